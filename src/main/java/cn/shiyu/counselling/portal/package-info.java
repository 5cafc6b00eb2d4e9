/** Counselling for residents: find, book, write, take along, delete. */
package cn.shiyu.counselling.portal;
