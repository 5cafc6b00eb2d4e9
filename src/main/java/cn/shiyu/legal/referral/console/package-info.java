/** Disputes sent and taken, for grid workers and advisors; on a phone. */
package cn.shiyu.legal.referral.console;
