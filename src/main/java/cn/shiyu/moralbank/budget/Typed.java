package cn.shiyu.moralbank.budget;

import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Role;
import cn.shiyu.platform.problem.FieldError;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Messages;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;

/** What the clerk typed, read and believed. */
final class Typed {

    private static final long MOST_POINTS = 1_000_000_000;

    private Typed() {}

    /** Whoever is not the bank's clerk finds nothing here; the system sets up what a city begins with. */
    static void clerk(Caller caller) {
        boolean system = !caller.isStaff() && !caller.isResident() && caller.surface() == cn.shiyu.identity.Surface.SYSTEM;
        if (!system && !(caller.isStaff() && caller.holds(Role.BANK_CLERK))) {
            throw Refusal.notFound();
        }
    }

    static String text(String typed, String field, int longest) {
        String text = typed == null ? "" : typed.strip();
        if (text.isEmpty() || text.codePointCount(0, text.length()) > longest) {
            throw Refusal.badInput(field, Messages.get("bank.refusal." + field, longest));
        }
        return text;
    }

    static long fen(String yuan) {
        String text = yuan == null ? "" : yuan.strip();
        if (!text.matches("\\d{1,8}(\\.\\d{1,2})?") || new BigDecimal(text).signum() == 0) {
            throw Refusal.badInput("yuan", Messages.get("bank.refusal.yuan"));
        }
        return new BigDecimal(text).movePointRight(2).longValueExact();
    }

    static long points(String typed) {
        String text = typed == null ? "" : typed.strip();
        if (!text.matches("\\d{1,10}") || Long.parseLong(text) == 0 || Long.parseLong(text) > MOST_POINTS) {
            throw Refusal.badInput("points", Messages.get("bank.refusal.points"));
        }
        return Long.parseLong(text);
    }

    /** Reads one field; what is wrong with it is noted, so that one look finds every fault. */
    static <T> T orFault(List<FieldError> faults, T instead, Supplier<T> read) {
        try {
            return read.get();
        } catch (Refusal refused) {
            faults.addAll(refused.errors());
            return instead;
        }
    }

    static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
