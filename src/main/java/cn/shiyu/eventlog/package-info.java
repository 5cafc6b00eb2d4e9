/**
 * The event log (事件日志): append-only streams of facts, one stream per aggregate, each entry chained to the one before it
 * by SM3. The truth of a case; assessment, time lines and audits read it.
 */
package cn.shiyu.eventlog;
