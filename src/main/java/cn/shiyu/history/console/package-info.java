/** 历史导入 at the console: bring a file, describe it, look, start, watch, fetch what was refused. For the city's administrator. */
package cn.shiyu.history.console;
