/** 历史数据导入: what residents brought to the systems a city used before, with its own time, once each, from CSV files. */
package cn.shiyu.history;
