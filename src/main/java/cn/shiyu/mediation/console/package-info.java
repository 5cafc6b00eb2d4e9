/** The mediator's own pages. */
package cn.shiyu.mediation.console;
