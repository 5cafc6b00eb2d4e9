/** Agreements for the mediator who writes them. */
package cn.shiyu.agreement.console;
