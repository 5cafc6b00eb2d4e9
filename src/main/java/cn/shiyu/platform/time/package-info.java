/** The clock everybody asks: instants in UTC; what a person reads is shown in the city's zone elsewhere. */
package cn.shiyu.platform.time;
