/** The board of a hall's queue, and where one's number stands; for everybody, without signing in. */
package cn.shiyu.booking.hall.portal;
