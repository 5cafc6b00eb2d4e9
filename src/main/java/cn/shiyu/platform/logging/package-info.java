/** What log lines say about the work at hand. */
package cn.shiyu.platform.logging;
