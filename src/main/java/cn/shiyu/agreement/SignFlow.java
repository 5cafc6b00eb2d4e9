package cn.shiyu.agreement;

import cn.shiyu.clock.Calendars;
import cn.shiyu.identity.Caller;
import cn.shiyu.notify.sms.ShortMessages;
import cn.shiyu.platform.crypto.BlindIndex;
import cn.shiyu.platform.crypto.Purpose;
import cn.shiyu.platform.crypto.Sm3;
import cn.shiyu.platform.files.FileWorkers;
import cn.shiyu.platform.redis.RateLimiter;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Both sign, each by a code sent to their phone and a signature; the second one's freezes the paper. */
@ApplicationScoped
public class SignFlow {

    static final Duration CODE_LASTS = Duration.ofMinutes(5);

    private static final int CODES_AN_HOUR = 6;
    private static final int CODES = 1_000_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    AgreementStep step;

    @Inject
    Signers signers;

    @Inject
    Duties duties;

    @Inject
    AgreementWords words;

    @Inject
    AgreementPapers papers;

    @Inject
    Calendars calendars;

    @Inject
    BlindIndex index;

    @Inject
    FileWorkers workers;

    @Inject
    ShortMessages messages;

    @Inject
    RateLimiter limiter;

    private record Sending(cn.shiyu.tenancy.City city, String phone, String code) {}

    /** Sends a code to the party's phone; the one before no longer fits. @throws cn.shiyu.platform.problem.Refusal 429, 503 */
    public Uni<Void> sendCode(Caller resident, UUID id) {
        return limiter.admit(resident.tenant(), "agreement-code", resident.id() + ":" + id, CODES_AN_HOUR, Duration.ofHours(1))
                .chain(() -> step.take(resident, id, AgreementAction.SIGN, at -> {
                    AgreementSide side = at.standing().side();
                    refuseIfSigned(at, side);
                    String code = "%06d".formatted(RANDOM.nextInt(CODES));
                    return signers.code(at.sql(), at.tenant(), id, side, digest(at.tenant(), id, side, code), at.now().plus(CODE_LASTS))
                            .replaceWith(new Sending(at.city(), at.signers().get(side).phone(), code));
                }))
                // After the transaction: what was sent fits, and nobody's row is held while the gateway thinks.
                .chain(one -> messages.send(
                        one.city(), "agreementCode", one.phone(), one.code(), String.valueOf(CODE_LASTS.toMinutes())));
    }

    /**
     * @param code as it was sent
     * @param picture PNG as a data address, or blank where {@code typed} stands for it
     * @throws cn.shiyu.platform.problem.Refusal 422 {@code code}, {@code signature}; 409 {@code signed-already}
     */
    public Uni<Void> sign(Caller resident, UUID id, String code, String picture, String typed) {
        // A wrong code must be counted: its refusal comes after the transaction.
        return step.take(resident, id, AgreementAction.SIGN, at -> {
                    AgreementSide side = at.standing().side();
                    refuseIfSigned(at, side);
                    return signers.code(at.sql(), at.tenant(), id, side).chain(sent -> {
                        boolean fits = sent.isPresent() && sent.get().tries() < Signers.TRIES
                                && sent.get().until().isAfter(at.now())
                                && MessageDigest.isEqual(sent.get().digest(), digest(at.tenant(), id, side, code));
                        return fits
                                ? signed(at, side, picture, typed).replaceWith(true)
                                : signers.wrong(at.sql(), at.tenant(), id, side).replaceWith(false);
                    });
                })
                .invoke(fits -> {
                    if (!fits) {
                        throw AgreementRefusals.field("code", "code");
                    }
                })
                .replaceWithVoid();
    }

    private static void refuseIfSigned(AgreementStep.At at, AgreementSide side) {
        if (at.signers().get(side).signed()) {
            throw AgreementRefusals.conflict("signed-already", "signedAlready");
        }
    }

    private Uni<Void> signed(AgreementStep.At at, AgreementSide side, String picture, String typed) {
        String name = at.signers().get(side).name();
        return workers.run(() -> Signature.of(picture, typed, name))
                .chain(signature -> signers.signed(at.sql(), at.tenant(), at.id(), side, signature, at.now())
                        .chain(() -> step.happened(
                                at, "AgreementSigned", Map.of("by", side.name(), "drawn", signature.drawn())))
                        .chain(() -> at.signers().get(side.other()).signed()
                                ? inForce(at, with(at, side, signature))
                                : step.tellOthers(at, "signed")));
    }

    private static Map<AgreementSide, Signer> with(AgreementStep.At at, AgreementSide side, Signature signature) {
        Map<AgreementSide, Signer> both = new EnumMap<>(at.signers());
        Signer own = both.get(side);
        both.put(side, new Signer(
                side, own.resident(), own.name(), own.phone(), signature.bytes(), signature.drawn(), at.now(), false));
        return both;
    }

    private Uni<Void> inForce(AgreementStep.At at, Map<AgreementSide, Signer> both) {
        AgreementTransitions.after(AgreementAction.COME_INTO_FORCE, at.it().status(), AgreementStanding.SYSTEM);
        Instant confirmDue = calendars.of(at.city()).plus(at.now(), AgreementSettings.of(at.city()).confirm());
        return duties.of(at.sql(), at.tenant(), at.id())
                .chain(owed -> paper(at, both, owed)
                        .chain(paper -> Agreements.inForce(
                                        at.sql(), at.tenant(), at.id(), at.now(),
                                        words.sealPaper(at.tenant(), at.id(), paper), Sm3.digest(paper), sha256(paper), confirmDue)
                                .chain(() -> step.happened(at, "AgreementInForce", digests(paper))))
                        .chain(() -> duties.watch(at.sql(), at.tenant(), at.id(), owed)))
                .chain(() -> step.tellSubject(at, AgreementSubject.Happening.IN_FORCE))
                .chain(() -> step.tell(at, AgreementSide.APPLICANT, "inForce"))
                .chain(() -> step.tell(at, AgreementSide.RESPONDENT, "inForce"));
    }

    private Uni<byte[]> paper(AgreementStep.At at, Map<AgreementSide, Signer> both, List<Duty> owed) {
        String facts = words.facts(at.tenant(), at.it());
        String terms = words.terms(at.tenant(), at.it());
        return workers.run(() -> papers.agreement(at.city(), at.it(), facts, terms, owed, both, at.now()));
    }

    private static Map<String, Object> digests(byte[] paper) {
        return Map.of("sm3", HexFormat.of().formatHex(Sm3.digest(paper)), "sha256", HexFormat.of().formatHex(sha256(paper)));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] digest(TenantId tenant, UUID id, AgreementSide side, String code) {
        return index.digest(tenant, Purpose.SECRET, id + ":" + side + ":" + (code == null ? "" : code.strip()));
    }
}
