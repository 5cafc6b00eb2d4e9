package cn.shiyu.platform.problem;

import io.vertx.ext.web.RoutingContext;

/**
 * How one part of the address space says what cannot be done, where a public standard wants another shape than RFC 9457. Each
 * capability brings its own, so that the mapper knows none of them. What is said is the same: the refusal's words.
 */
public interface ProblemDialect {

    /** Whether this request is to be answered in the dialect; asked for every failure, also before any resource is found. */
    boolean speaksTo(RoutingContext request);

    /** Never fails: whatever the request looks like, it gets an answer. */
    Said say(Refusal refusal, RoutingContext request);

    /** @param mediaType with its charset */
    record Said(int status, String mediaType, String body) {}
}
