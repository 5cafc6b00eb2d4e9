/** Agreements for the mini-program of those who sign them. */
package cn.shiyu.agreement.mini;
