/** The moral bank in the mini-program's interface. */
package cn.shiyu.moralbank.mini;
