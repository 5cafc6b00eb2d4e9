/** How much is let in at once (过载保护): what is too much is turned away at the door, at once and with a time to come back. */
package cn.shiyu.platform.load;
