/** Booking as JSON for the mini-program; the contract is miniprogram-api/openapi.json. */
package cn.shiyu.booking.mini;
