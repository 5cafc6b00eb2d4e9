/** 指标体系: versions of the index system, what it makes of a month's counts, and months that are sealed. */
package cn.shiyu.assessment.index;
