/** The queue of a hall as JSON for the mini-program. */
package cn.shiyu.booking.hall.mini;
