package cn.shiyu.moralbank.portal;

import cn.shiyu.platform.problem.Refusal;
import java.util.UUID;

/** Ids in addresses; what is none leads nowhere. */
final class Ids {

    private Ids() {}

    static UUID of(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }
}
