package cn.shiyu.booking;

import cn.shiyu.platform.crypto.Purpose;
import cn.shiyu.platform.crypto.Sealer;
import cn.shiyu.platform.problem.FieldError;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Messages;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** What the person left with a booking: a phone number and what it is about. Sealed. */
@ApplicationScoped
class BookingContacts {

    private static final Pattern PHONE = Pattern.compile("1[3-9]\\d{9}|0\\d{2,3}-?\\d{7,8}");
    private static final int NOTE = 500;

    @Inject
    Sealer sealer;

    /** Checked; null where nothing was left. */
    record Typed(String phone, String note) {}

    /** @throws Refusal 422 naming {@code phone} or {@code note} */
    static Typed checked(ServiceOffer service, Mode mode, String phone, String note) {
        List<FieldError> errors = new ArrayList<>();
        String number = blankless(phone);
        String words = blankless(note);
        if (number == null && service.asksPhone(mode)) {
            errors.add(new FieldError("phone", Messages.get("booking.refusal.phoneMissing")));
        } else if (number != null && !PHONE.matcher(number).matches()) {
            errors.add(new FieldError("phone", Messages.get("booking.refusal.phoneWrong")));
        }
        if (words != null && !service.takesNote()) {
            errors.add(new FieldError("note", Messages.get("booking.refusal.noNote")));
        } else if (words != null && words.length() > NOTE) {
            errors.add(new FieldError("note", Messages.get("booking.refusal.noteLong", words.length() - NOTE)));
        }
        if (!errors.isEmpty()) {
            throw Refusal.badInput(errors);
        }
        return new Typed(number, words);
    }

    private static String blankless(String typed) {
        return typed == null || typed.isBlank() ? null : typed.replace("\0", "").strip();
    }

    Uni<Void> keep(OpenAgenda open, UUID booking, Typed typed) {
        return Bookings.tell(
                        open.sql(),
                        open.tenant(),
                        booking,
                        sealer.seal(open.tenant(), Purpose.CONTACT, booking + ":phone", typed.phone()),
                        sealer.seal(open.tenant(), Purpose.CONFIDENCE, booking + ":note", typed.note()))
                .replaceWithVoid();
    }
}
