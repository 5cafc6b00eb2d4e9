/** 功德录与排行: good deeds shown of members who agreed to it, and sums of communities. */
package cn.shiyu.moralbank.honour;
