package cn.shiyu.casework;

import cn.shiyu.identity.Surface;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One 诉求 on the pipeline: its present state, for queues and decisions. What happened is told by the event log; the two
 * change in one transaction. Plain and synchronous: time and identity are passed in.
 */
@Entity
@Table(name = "case_file")
@IdClass(CaseKey.class)
class Case {

    /** What "no clock is running" sorts as: behind everything that is due. */
    static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    @Id
    @Column(name = "tenant_id")
    String tenantId;

    @Id
    @Column(name = "case_id")
    UUID caseId;

    String number;

    @Enumerated(EnumType.STRING)
    CaseKind kind;

    @Enumerated(EnumType.STRING)
    CaseStatus status;

    @Column(name = "category_code")
    String categoryCode;

    @Enumerated(EnumType.STRING)
    Grade grade;

    @Enumerated(EnumType.STRING)
    Visibility visibility;

    boolean anonymous;
    String subject;
    String body;

    @Column(name = "region_code")
    String regionCode;

    String address;
    Double lng;
    Double lat;
    String surface;

    @Column(name = "resident_id")
    String residentId;

    @Column(name = "contact_name")
    byte[] contactName;

    @Column(name = "contact_phone")
    byte[] contactPhone;

    @Column(name = "contact_phone_digest")
    byte[] contactPhoneDigest;

    @Column(name = "centre_unit")
    String centreUnit;

    @Column(name = "lead_unit")
    String leadUnit;

    @Column(name = "assist_units")
    @Convert(converter = CodeSet.class)
    Set<String> assistUnits = new LinkedHashSet<>();

    @Column(name = "handled_by")
    @Convert(converter = CodeSet.class)
    Set<String> handledBy = new LinkedHashSet<>();

    short returns;

    @Column(name = "return_final")
    boolean returnFinal;

    short reworks;
    short extensions;

    /** How much is asked for, in the unit of the handling limit, while an extension waits for its answer. */
    @Column(name = "extension_asked")
    Short extensionAsked;

    @Column(name = "asked_again")
    boolean askedAgain;

    String reply;

    @Column(name = "follow_up")
    String followUp;

    @Enumerated(EnumType.STRING)
    RatingLevel rating;

    @Column(name = "rating_words")
    String ratingWords;

    @Column(name = "rated_at")
    Instant ratedAt;

    @Column(name = "board_subject")
    String boardSubject;

    @Column(name = "board_text")
    String boardText;

    @Column(name = "published_at")
    Instant publishedAt;

    @Column(name = "submitted_at")
    Instant submittedAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Column(name = "finished_at")
    Instant finishedAt;

    @Column(name = "closed_at")
    Instant closedAt;

    @Column(name = "due_at")
    Instant dueAt = NEVER;

    @Column(name = "warn_at")
    Instant warnAt = NEVER;

    @Version
    int version;

    protected Case() {}

    String residentId() {
        return residentId;
    }

    String centreUnit() {
        return centreUnit;
    }

    String leadUnit() {
        return leadUnit;
    }

    Set<String> assistUnits() {
        return assistUnits;
    }

    Set<String> handledBy() {
        return handledBy;
    }

    /** All units at work on it, the leading one first. */
    Stream<String> units() {
        return Stream.concat(Stream.ofNullable(leadUnit), assistUnits.stream());
    }

    /** The resident has judged the work as it is finished now. */
    boolean isRated() {
        return ratedAt != null && finishedAt != null && !ratedAt.isBefore(finishedAt);
    }

    /** Which finishing this is, from 0: what is said of one is not said of the next. */
    int round() {
        return reworks + (askedAgain ? 1 : 0);
    }

    boolean cameFromAPartner() {
        return Surface.OPEN_API.name().equals(surface);
    }

    /** What is done to a case that is over (rating, publishing) does not close it anew: its limits count from the first time. */
    void move(CaseStatus to, Instant at) {
        boolean closes = to.isOver() && (status == null || !status.isOver());
        status = to;
        updatedAt = at;
        if (closes) {
            closedAt = at;
        }
    }

    void assign(String lead, List<String> assists) {
        leadUnit = lead;
        assistUnits = new LinkedHashSet<>(assists);
        assistUnits.remove(lead);
    }

    void unassign() {
        leadUnit = null;
        assistUnits = new LinkedHashSet<>();
    }

    /** Keeps who had a hand in it, so that they can never follow it up. */
    void touchedBy(String login) {
        handledBy = new LinkedHashSet<>(handledBy);
        handledBy.add(login);
    }
}
