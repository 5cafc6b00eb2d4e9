/** 考核 as staff see it: the sheet, the cases behind each figure, the file for a spreadsheet. */
package cn.shiyu.assessment.console;
