/** 道德银行: good deeds and volunteer hours are saved as points, and points draw services; joining is a choice. */
package cn.shiyu.moralbank;
