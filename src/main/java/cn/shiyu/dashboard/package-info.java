/** 领导驾驶舱: what comes in, where, about what, and what residents think of the answers, for those who oversee a whole city. */
package cn.shiyu.dashboard;
