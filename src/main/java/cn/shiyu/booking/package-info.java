/**
 * Booking (预约): people and places that can be booked, when they are there, who comes when, who waits. One core for all
 * capabilities; it knows none of them.
 */
package cn.shiyu.booking;
