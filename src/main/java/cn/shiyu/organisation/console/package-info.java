/** What stands around every page for staff: who is at work, for which unit, and where they may go. */
package cn.shiyu.organisation.console;
