package cn.shiyu.moralbank.console;

import cn.shiyu.platform.problem.Refusal;
import java.util.UUID;

/** Ids out of addresses. */
final class Ids {

    private Ids() {}

    /** @throws Refusal 404 for what is none */
    static UUID of(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }
}
