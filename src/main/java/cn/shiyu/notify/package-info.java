/** What residents are told (消息): kept for them in the portal and the mini-program, whatever else carries it. */
package cn.shiyu.notify;
