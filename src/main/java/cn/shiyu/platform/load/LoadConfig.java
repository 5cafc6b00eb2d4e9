package cn.shiyu.platform.load;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much one instance works on at once. */
@ConfigMapping(prefix = "shiyu.load")
public interface LoadConfig {

    /** Requests at work at the same time; beyond, they are turned away. */
    @WithDefault("100")
    int most();

    /** However slow everything is, so many are always let in: about as many as there are database connections. */
    @WithDefault("20")
    int least();

    /** When answers take longer than this on average, fewer are let in at once, until they are faster again. */
    @WithDefault("1s")
    Duration patience();

    /** Which part of the places visitors who are not signed in may take by reading; the rest is kept for everybody else. */
    @WithDefault("0.7")
    double readers();

    /** Forms with photos under way at the same time: they come at the speed of somebody's phone and hold nothing but memory. */
    @WithDefault("50")
    int uploads();
}
