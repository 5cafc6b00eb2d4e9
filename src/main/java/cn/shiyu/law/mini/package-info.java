/** The law library for the mini-program. */
package cn.shiyu.law.mini;
