package cn.shiyu.dev;

import java.util.Locale;

/** Whether somebody configured a server outside, as a system property or as an environment variable. */
final class Outside {

    private Outside() {}

    static boolean isConfigured(String setting) {
        return System.getProperty(setting) != null || System.getenv(asVariable(setting)) != null;
    }

    private static String asVariable(String setting) {
        return setting.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
