/** 法律顾问: found by village, asked in writing within limits, concluded with an outcome, rated. */
package cn.shiyu.legal;
