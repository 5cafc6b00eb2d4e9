/** The moral bank for those who run it. */
package cn.shiyu.moralbank.console;
