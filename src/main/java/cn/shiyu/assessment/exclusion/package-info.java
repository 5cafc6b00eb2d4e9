/** 剔除申报: a unit asks that an event be left out of its figures, with its reason; the city's assessors decide before the month is sealed. */
package cn.shiyu.assessment.exclusion;
