/** Legal advisors for residents: find, ask, read on, rate. */
package cn.shiyu.legal.portal;
