/** 网格员转办: disputes that grid workers send to their village's legal advisor. */
package cn.shiyu.legal.referral;
