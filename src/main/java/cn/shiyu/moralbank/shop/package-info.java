/** 积分兑换: what shops offer for points, and orders fetched with a code. */
package cn.shiyu.moralbank.shop;
