/** The page on which residents read what they were told. */
package cn.shiyu.notify.portal;
