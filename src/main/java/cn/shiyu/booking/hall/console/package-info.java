/** The windows of a hall: numbers are given out and called; made for a phone as well. */
package cn.shiyu.booking.hall.console;
