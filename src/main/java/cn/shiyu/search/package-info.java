/** 查找: what somebody typed into a search field, how it is looked for and how hits are shown. Knows no case. */
package cn.shiyu.search;
