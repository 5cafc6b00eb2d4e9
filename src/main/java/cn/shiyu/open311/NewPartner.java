package cn.shiyu.open311;

import cn.shiyu.platform.problem.FieldError;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Messages;
import java.util.ArrayList;
import java.util.List;

/**
 * Who shall get a key, as an administrator typed it.
 *
 * @param name of the organisation
 * @param contact its telephone or address for mail
 * @param perMinute how much it may file each minute, 1 to 6000
 */
public record NewPartner(String name, String contact, String perMinute) {

    private static final int LONGEST = 100;
    private static final int MOST = 6000;

    /** @throws Refusal 422 naming each field */
    void refuseIfBad() {
        List<FieldError> faults = new ArrayList<>();
        text(faults, "name", name);
        text(faults, "contact", contact);
        if (perMinute == null || !perMinute.strip().matches("[1-9]\\d{0,3}") || limit() > MOST) {
            faults.add(new FieldError("perMinute", Messages.get("open311.fault.perMinute", MOST)));
        }
        if (!faults.isEmpty()) {
            throw Refusal.badInput(faults);
        }
    }

    private static void text(List<FieldError> faults, String field, String typed) {
        String text = typed == null ? "" : typed.strip();
        if (text.isEmpty()) {
            faults.add(new FieldError(field, Messages.get("open311.fault.empty." + field)));
        } else if (text.codePointCount(0, text.length()) > LONGEST || text.indexOf('\0') >= 0) {
            faults.add(new FieldError(field, Messages.get("open311.fault.text", LONGEST)));
        }
    }

    int limit() {
        return Integer.parseInt(perMinute.strip());
    }
}
