/**
 * 考核: what every department and township's government did with what residents brought, by week and by month. Every figure is
 * counted from the event log and opens the cases behind it, so that it can be counted again years later.
 */
package cn.shiyu.assessment;
