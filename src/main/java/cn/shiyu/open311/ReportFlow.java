package cn.shiyu.open311;

import cn.shiyu.casework.CaseReceipt;
import cn.shiyu.casework.SubmissionFlow;
import cn.shiyu.open311.ReportReader.Report;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.FieldError;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.redis.RateLimiter;
import cn.shiyu.tenancy.City;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;

/** A partner files a case, which then goes the way of every other. */
@ApplicationScoped
public class ReportFlow {

    /** The pipeline's names of fields by the standard's. */
    private static final Map<String, String> PARAMETERS = Map.ofEntries(
            Map.entry("kind", "attribute[kind]"),
            Map.entry("visibility", "attribute[visibility]"),
            Map.entry("category", "service_code"),
            Map.entry("subject", "attribute[title]"),
            Map.entry("body", "description"),
            Map.entry("region", "address_id"),
            Map.entry("address", "address_string"),
            Map.entry("point", "lat"),
            Map.entry("contactName", "first_name"),
            Map.entry("contactPhone", "phone"));

    @Inject
    PartnerKeyQueries keys;

    @Inject
    RateLimiter limits;

    @Inject
    ReportReader reader;

    @Inject
    SubmissionFlow submissions;

    /**
     * @param apiKey as presented
     * @param own the partner's idempotency key as sent, or null
     * @throws Refusal 403 without a key in force, 429 over its limit, 404 unknown service, 422 naming each parameter
     */
    public Uni<CaseReceipt> file(City city, String apiKey, String own, ReportForm form) {
        return keys.holder(city, apiKey)
                .call(partner -> limits.admit(
                        city.id(), "open311", partner.keyId().toString(), partner.perMinute(), Duration.ofMinutes(1)))
                .chain(partner -> file(city, partner, own, form));
    }

    private Uni<CaseReceipt> file(City city, Partner partner, String own, ReportForm form) {
        Report report = reader.read(city, partner, form);
        IdempotencyKey key = own == null ? null : IdempotencyKey.of(own);
        return submissions
                .submit(partner.caller(city.id()), key, report.submission(), report.origin())
                .onFailure(Refusal.class)
                .transform(refused -> inTheirWords((Refusal) refused));
    }

    private static Refusal inTheirWords(Refusal refused) {
        return refused.errors().isEmpty()
                ? refused
                : Refusal.badInput(refused.errors().stream()
                        .map(error ->
                                new FieldError(PARAMETERS.getOrDefault(error.field(), error.field()), error.message()))
                        .toList());
    }
}
