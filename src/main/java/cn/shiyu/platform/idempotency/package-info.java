/** One request, one result, however often it is sent. */
package cn.shiyu.platform.idempotency;
