package cn.shiyu.dev;

import java.util.Map;

/** One of the servers the application needs. */
interface Part {

    /** How it is called in what people read. */
    String name();

    /** The setting that says "there is one outside already": where it is given, nothing embedded starts. */
    String setting();

    /** Where it listens, on 127.0.0.1. */
    int port();

    /** Starts it and answers once it works; the settings by which the application reaches it. */
    Map<String, String> start() throws Exception;

    void stop();
}
