/**
 * Redis through Redisson, for what may be lost: sessions, rate limits, live updates. The application starts and
 * works without it; whoever calls gets a failure within a second.
 */
package cn.shiyu.platform.redis;
