/** The advisor's own pages. */
package cn.shiyu.legal.console;
