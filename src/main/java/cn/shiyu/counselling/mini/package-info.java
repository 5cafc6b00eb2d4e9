/** Counselling for the mini-program. */
package cn.shiyu.counselling.mini;
