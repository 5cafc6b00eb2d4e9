/** The law library as anybody reads it. */
package cn.shiyu.law.portal;
