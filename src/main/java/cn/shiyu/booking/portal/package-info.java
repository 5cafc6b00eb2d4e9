/** Pages on which residents book, look after and give up their bookings. */
package cn.shiyu.booking.portal;
