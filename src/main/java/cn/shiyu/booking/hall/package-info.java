/** The service hall (预约取号): numbers for those who are there, called in a fair order, and a board of the queue for everybody. */
package cn.shiyu.booking.hall;
