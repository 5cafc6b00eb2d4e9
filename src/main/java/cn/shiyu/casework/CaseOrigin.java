package cn.shiyu.casework;

import java.util.List;
import java.util.UUID;

/**
 * Where a case came from that another system brought in, and what it said beyond a {@link Submission}.
 *
 * @param partnerId of whoever brought it in, the same over all its keys
 * @param partner name of that organisation
 * @param mediaUrl link to a picture as given, http or https; never fetched by us; null where none was given
 * @param details answers to questions of the topic's own, in the order asked
 * @param contacts ways to reach the person besides name and phone; personal data, sealed at rest
 */
public record CaseOrigin(
        UUID partnerId, String partner, String mediaUrl, List<Answer> details, List<Contact> contacts) {

    /** @param label the question, Chinese @param value the answer in words */
    public record Answer(String label, String value) {}

    /** What kind of contact: its name on pages is {@code casework.contact.<kind>}. */
    public enum ContactKind {
        EMAIL,
        DEVICE,
        ACCOUNT
    }

    public record Contact(ContactKind kind, String value) {}

    public CaseOrigin {
        details = List.copyOf(details);
        contacts = List.copyOf(contacts);
    }

    CaseOrigin withContacts(List<Contact> shown) {
        return new CaseOrigin(partnerId, partner, mediaUrl, details, shown);
    }
}
