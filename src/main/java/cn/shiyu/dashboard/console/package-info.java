/** Its pages. */
package cn.shiyu.dashboard.console;
