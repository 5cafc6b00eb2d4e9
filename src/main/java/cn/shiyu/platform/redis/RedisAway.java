package cn.shiyu.platform.redis;

/** Redis is not there at the moment, or not configured. Callers decide what they do without it. */
public final class RedisAway extends RuntimeException {

    RedisAway(String why) {
        super(why, null, false, false);
    }
}
