package cn.shiyu.moralbank.award;

import cn.shiyu.identity.Role;
import cn.shiyu.platform.problem.FieldError;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Messages;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads rules out of the clerk's form and the other way round. Rows are numbered from 0; one without a code or a name is none. */
public final class TermsCheck {

    /** Rows the form offers. */
    public static final int KINDS = 20;

    public static final int SEASONS = 6;

    private static final long MOST = 100_000;
    private static final int MOST_MONTHS = 120;
    private static final int MOST_DAYS = 90;
    private static final int MOST_PERCENT = 1000;
    private static final int LONGEST = 20;
    private static final String CODE = "[a-z][a-z0-9]{1,19}(\\.[a-z][a-z0-9-]{1,19})?";

    private final Form form;
    private final List<FieldError> faults = new ArrayList<>();

    private TermsCheck(Form form) {
        this.form = form;
    }

    /** @throws Refusal 422 naming every field at fault */
    public static BankTerms read(Form form) {
        TermsCheck check = new TermsCheck(form);
        BankTerms terms = check.terms();
        if (!check.faults.isEmpty()) {
            throw Refusal.badInput(check.faults);
        }
        return terms;
    }

    private BankTerms terms() {
        List<AwardKind> kinds = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < KINDS; i++) {
            if (!form.value("code" + i).isBlank()) {
                AwardKind kind = kind(i);
                if (!codes.add(kind.code())) {
                    fault("code" + i, "sameCode");
                }
                kinds.add(kind);
            }
        }
        if (kinds.isEmpty()) {
            fault("code0", "noKinds");
        }
        List<Season> seasons = new ArrayList<>();
        for (int i = 0; i < SEASONS; i++) {
            if (!form.value("season" + i).isBlank()) {
                seasons.add(season(i));
            }
        }
        return new BankTerms(
                kinds, number("totalPerDay", MOST), (int) number("expiryMonths", MOST_MONTHS), (int) number("noticeDays", MOST_DAYS), seasons);
    }

    private AwardKind kind(int i) {
        String code = form.value("code" + i).strip();
        if (!code.matches(CODE)) {
            fault("code" + i, "code");
        }
        List<Role> givers = form.values("givers" + i).stream()
                .flatMap(name -> Arrays.stream(Role.values()).filter(role -> role.name().equals(name)))
                .toList();
        return new AwardKind(
                code, text("name" + i), number("points" + i, MOST), unit("unit" + i), number("perDay" + i, MOST),
                number("perMonth" + i, MOST), givers);
    }

    private AwardUnit unit(String field) {
        return Arrays.stream(AwardUnit.values())
                .filter(unit -> unit.name().equals(form.value(field)))
                .findFirst()
                .orElseGet(() -> {
                    fault(field, "unit");
                    return AwardUnit.EACH;
                });
    }

    private Season season(int i) {
        return new Season(
                text("season" + i), day("seasonFrom" + i), day("seasonTo" + i), (int) number("percent" + i, MOST_PERCENT),
                form.values("seasonKinds" + i));
    }

    private String day(String field) {
        String text = form.value(field).strip();
        try {
            Season.day(text);
        } catch (DateTimeException e) {
            fault(field, "seasonDay");
        }
        return text;
    }

    private String text(String field) {
        String text = form.value(field).strip();
        if (text.isEmpty() || text.codePointCount(0, text.length()) > LONGEST) {
            fault(field, "name", LONGEST);
        }
        return text;
    }

    private long number(String field, long most) {
        String text = form.value(field).strip();
        if (!text.matches("\\d{1,7}") || Long.parseLong(text) < 1 || Long.parseLong(text) > most) {
            fault(field, "number", most);
            return 1;
        }
        return Long.parseLong(text);
    }

    private void fault(String field, String key, Object... filled) {
        faults.add(new FieldError(field, Messages.get("bank.refusal." + key, filled)));
    }

    /** The form filled with these rules. */
    public static Form filled(BankTerms terms) {
        Form form = Form.empty().with("totalPerDay", terms.totalPerDay()).with("expiryMonths", terms.expiryMonths())
                .with("noticeDays", terms.noticeDays());
        for (int i = 0; i < terms.kinds().size(); i++) {
            AwardKind kind = terms.kinds().get(i);
            form = form.with("code" + i, kind.code()).with("name" + i, kind.name()).with("points" + i, kind.points())
                    .with("unit" + i, kind.unit()).with("perDay" + i, kind.perDay()).with("perMonth" + i, kind.perMonth())
                    .with("givers" + i, kind.givers());
        }
        for (int i = 0; i < terms.seasons().size(); i++) {
            Season season = terms.seasons().get(i);
            form = form.with("season" + i, season.name()).with("seasonFrom" + i, season.from()).with("seasonTo" + i, season.to())
                    .with("percent" + i, season.percent()).with("seasonKinds" + i, season.kinds());
        }
        return form;
    }
}
