/**
 * Work that an operator asks for once: the application starts without its door, does it, prints the outcome and
 * ends. An errand does without the application altogether. See docs/running.md.
 */
package cn.shiyu.platform.command;
