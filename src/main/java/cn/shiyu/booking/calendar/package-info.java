/** Bookings for people's own calendars (iCalendar, RFC 5545). */
package cn.shiyu.booking.calendar;
