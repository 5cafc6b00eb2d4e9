package cn.shiyu.platform.command;

/**
 * Work that needs none of the application: no city, no pool, no Redis; a restore, for instance, happens when there is no
 * database at all. Found by {@link java.util.ServiceLoader}, asked for by {@code shiyu.command} like a {@link Command}.
 */
public interface Errand {

    String name();

    /**
     * Does it, on the calling thread.
     *
     * @throws ErrandRefused when it cannot be done, with the way out in words
     */
    Command.Outcome run(Settings settings) throws Exception;
}
