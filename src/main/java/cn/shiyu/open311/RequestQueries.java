package cn.shiyu.open311;

import cn.shiyu.casework.PublicCase;
import cn.shiyu.casework.PublicCaseFilter;
import cn.shiyu.casework.PublicCaseQueries;
import cn.shiyu.casework.SubmissionFlow;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Surface;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.tenancy.City;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Reads requests: what is public for everybody, and for a partner with its key also what it filed. */
@ApplicationScoped
public class RequestQueries {

    @Inject
    PublicCaseQueries cases;

    @Inject
    PartnerKeyQueries keys;

    @Inject
    SubmissionFlow submissions;

    public Uni<List<PublicCase>> search(City city, PublicCaseFilter filter) {
        return cases.search(city, filter);
    }

    /** @param apiKey as presented, or null @throws Refusal 403 for a wrong key */
    public Uni<List<PublicCase>> byIds(City city, String apiKey, List<String> ids) {
        return reader(city, apiKey).chain(caller -> cases.byNumbers(city, caller, ids));
    }

    /** @throws Refusal 404 for what is not there, not public and not the partner's own */
    public Uni<PublicCase> byId(City city, String apiKey, String id) {
        return byIds(city, apiKey, List.of(id))
                .map(found -> found.stream().findFirst().orElseThrow(Unknown::request));
    }

    /**
     * The id behind a token. Ids are given at once, so the token is the id itself; or, to a partner whom no answer reached, the
     * idempotency key it sent along.
     *
     * @throws Refusal 404 for anything else
     */
    public Uni<String> byToken(City city, String apiKey, String token) {
        return reader(city, apiKey).chain(caller -> cases.byNumbers(city, caller, List.of(token))
                .chain(found -> found.isEmpty()
                        ? filedUnder(caller, token)
                        : Uni.createFrom().item(found.get(0).number())));
    }

    private Uni<String> filedUnder(Caller caller, String token) {
        return submissions.filedUnder(caller, new IdempotencyKey(token)).map(found -> found.orElseThrow(Unknown::token));
    }

    private Uni<Caller> reader(City city, String apiKey) {
        return apiKey == null || apiKey.isBlank()
                ? Uni.createFrom().item(Caller.anyone(city.id(), Surface.OPEN_API))
                : keys.holder(city, apiKey).map(partner -> partner.caller(city.id()));
    }
}
