/**
 * What others must learn of a change: put down in the change's own transaction, delivered afterwards, at least
 * once, by any instance.
 */
package cn.shiyu.platform.outbox;
