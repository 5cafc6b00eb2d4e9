/** Notices as JSON for the mini-program. */
package cn.shiyu.notify.mini;
