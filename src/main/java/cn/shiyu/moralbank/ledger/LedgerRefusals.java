package cn.shiyu.moralbank.ledger;

import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Messages;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;

/** What cannot be booked, in words; each with its stable code. */
final class LedgerRefusals {

    private LedgerRefusals() {}

    static Refusal notEnough() {
        return conflict("not-enough-points", "notEnough");
    }

    static Refusal keyReused() {
        return conflict("idempotency-key-reused", "keyReused");
    }

    static Refusal reversedAlready() {
        return conflict("reversed-already", "reversedAlready");
    }

    static Refusal notReversible() {
        return conflict("not-reversible", "notReversible");
    }

    static Refusal holdEnded() {
        return conflict("hold-ended", "holdEnded");
    }

    private static Refusal conflict(String code, String key) {
        return new Refusal(409, code, Messages.get("ledger.refusal." + key));
    }

    /** The database's last word, in words people understand. */
    static <T> Uni<T> spoken(Uni<T> work) {
        return work.onFailure(PgException.class).transform(failure -> {
            String constraint = String.valueOf(((PgException) failure).getConstraint());
            return switch (constraint) {
                case "bank_budget_floor", "bank_merchant_floor", "bank_lot_never_below_zero" -> notEnough();
                case "bank_transfer_reversed_once" -> reversedAlready();
                default -> failure;
            };
        });
    }
}
