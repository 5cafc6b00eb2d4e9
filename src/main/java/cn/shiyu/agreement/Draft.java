package cn.shiyu.agreement;

import cn.shiyu.platform.problem.FieldError;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Messages;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a mediator types.
 *
 * @param facts main facts of the dispute and what each side answers for
 * @param terms what was agreed, and how it is carried out
 * @param rows duties; one left wholly empty is passed over
 */
public record Draft(String facts, String terms, List<Row> rows) {

    static final int WORDS = 6000;
    static final int DUTY = 200;
    /** So many duties at most. */
    public static final int MOST = 12;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal DEAREST = BigDecimal.valueOf(1_000_000_000L);

    /** @param yuan blank for what is no money @param due ISO date */
    public record Row(String debtor, String words, String yuan, String due) {

        boolean isEmpty() {
            return (words == null || words.isBlank()) && (yuan == null || yuan.isBlank()) && (due == null || due.isBlank());
        }
    }

    static String clean(String typed) {
        return typed == null ? "" : typed.replace("\0", "").strip();
    }

    /** @throws Refusal 422 naming {@code facts}, {@code terms}, {@code duty0}, {@code debtor0}, {@code yuan0}, {@code due0} and so on */
    List<Duty> checked(LocalDate today) {
        List<FieldError> errors = new ArrayList<>();
        words(errors, "facts", facts);
        words(errors, "terms", terms);
        List<Duty> duties = new ArrayList<>();
        for (int i = 0; i < Math.min(rows.size(), MOST); i++) {
            if (!rows.get(i).isEmpty()) {
                duties.add(duty(errors, i, duties.size() + 1, rows.get(i), today));
            }
        }
        if (!errors.isEmpty()) {
            throw Refusal.badInput(errors);
        }
        return duties;
    }

    private static void words(List<FieldError> errors, String field, String typed) {
        int length = clean(typed).length();
        if (length == 0) {
            wrong(errors, field, "empty." + field);
        } else if (length > WORDS) {
            wrong(errors, field, "long", WORDS, length - WORDS);
        }
    }

    private static Duty duty(List<FieldError> errors, int row, int place, Row typed, LocalDate today) {
        AgreementSide debtor = "RESPONDENT".equals(typed.debtor()) ? AgreementSide.RESPONDENT : AgreementSide.APPLICANT;
        if (!debtor.name().equals(typed.debtor())) {
            wrong(errors, "debtor" + row, "debtor");
        }
        String words = clean(typed.words());
        if (words.isEmpty() || words.length() > DUTY) {
            wrong(errors, "duty" + row, "duty", DUTY);
        }
        return new Duty(
                place, debtor, words, fen(errors, row, typed.yuan()), due(errors, row, typed.due(), today), Duty.State.OPEN, null, null);
    }

    private static Long fen(List<FieldError> errors, int row, String yuan) {
        if (clean(yuan).isEmpty()) {
            return null;
        }
        try {
            BigDecimal fen = new BigDecimal(clean(yuan)).multiply(HUNDRED);
            if (fen.signum() > 0 && fen.compareTo(DEAREST.multiply(HUNDRED)) <= 0) {
                return fen.longValueExact();
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // Said below, as for what is too much or nothing.
        }
        wrong(errors, "yuan" + row, "yuan");
        return null;
    }

    private static LocalDate due(List<FieldError> errors, int row, String due, LocalDate today) {
        try {
            LocalDate day = LocalDate.parse(clean(due));
            if (!day.isBefore(today)) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // Said below, as for what is past.
        }
        wrong(errors, "due" + row, "due");
        return null;
    }

    private static void wrong(List<FieldError> errors, String field, String key, Object... filled) {
        errors.add(new FieldError(field, Messages.get("agreement.refusal." + key, filled)));
    }
}
