package cn.shiyu.moralbank.shop;

import cn.shiyu.platform.problem.FieldError;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.region.RegionTree;
import java.util.ArrayList;
import java.util.List;

/** An offer as the clerk typed it, found good. */
public record OfferDraft(
        String region, OfferKind kind, String name, String details, long points, int stock, int perPerson, int days,
        Visit visit) {

    private static final int NAME = 40;
    private static final int DETAILS = 500;
    static final int MOST_STOCK = 1_000_000;

    /** @throws Refusal 422 naming every field that is wrong */
    static OfferDraft of(RegionTree regions, List<VisitChoice> visits, Form form) {
        List<FieldError> faults = new ArrayList<>();
        String name = text(faults, form, "name", NAME);
        String details = text(faults, form, "details", DETAILS);
        String region = form.value("region");
        if (regions.find(region).isEmpty()) {
            faults.add(new FieldError("region", Messages.get("catalogue.refusal.region")));
        }
        OfferKind kind = kind(faults, form.value("kind"));
        long points = number(faults, form, "points", 1, 100_000);
        int stock = (int) number(faults, form, "stock", 0, MOST_STOCK);
        int perPerson = (int) number(faults, form, "perPerson", 1, 1000);
        int days = (int) number(faults, form, "days", 1, 90);
        Visit visit = visit(faults, visits, kind, form.value("visit"));
        if (!faults.isEmpty()) {
            throw Refusal.badInput(faults);
        }
        return new OfferDraft(region, kind, name, details, points, stock, perPerson, days, visit);
    }

    /** @throws Refusal 422 {@code stock} */
    static int stock(Form form) {
        List<FieldError> faults = new ArrayList<>();
        int stock = (int) number(faults, form, "stock", 0, MOST_STOCK);
        if (!faults.isEmpty()) {
            throw Refusal.badInput(faults);
        }
        return stock;
    }

    private static String text(List<FieldError> faults, Form form, String field, int longest) {
        String typed = form.value(field).strip();
        if (typed.isEmpty() || typed.codePointCount(0, typed.length()) > longest) {
            faults.add(new FieldError(field, Messages.get("catalogue.refusal." + field, longest)));
        }
        return typed;
    }

    private static OfferKind kind(List<FieldError> faults, String typed) {
        for (OfferKind kind : OfferKind.values()) {
            if (kind.name().equals(typed)) {
                return kind;
            }
        }
        faults.add(new FieldError("kind", Messages.get("catalogue.refusal.kind")));
        return null;
    }

    private static Visit visit(List<FieldError> faults, List<VisitChoice> visits, OfferKind kind, String typed) {
        if (typed.isBlank()) {
            return null;
        }
        if (kind != null && kind != OfferKind.SERVICE) {
            faults.add(new FieldError("visit", Messages.get("catalogue.refusal.visitKind")));
        }
        return visits.stream().filter(one -> one.code().equals(typed)).map(VisitChoice::visit).findFirst().orElseGet(() -> {
            faults.add(new FieldError("visit", Messages.get("catalogue.refusal.visit")));
            return null;
        });
    }

    private static long number(List<FieldError> faults, Form form, String field, long least, long most) {
        String typed = form.value(field).strip();
        long number = typed.matches("[0-9]{1,7}") ? Long.parseLong(typed) : -1;
        if (number < least || number > most) {
            faults.add(new FieldError(field, Messages.get("catalogue.refusal.number", least, most)));
        }
        return number;
    }
}
