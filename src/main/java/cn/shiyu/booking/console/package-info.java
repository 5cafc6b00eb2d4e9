/** The desk of those who are booked: their days, whoever comes, and their rota; made for a phone as well. */
package cn.shiyu.booking.console;
