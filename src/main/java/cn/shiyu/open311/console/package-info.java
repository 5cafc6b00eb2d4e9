/** Keys of partners, for the city's administrator. */
package cn.shiyu.open311.console;
