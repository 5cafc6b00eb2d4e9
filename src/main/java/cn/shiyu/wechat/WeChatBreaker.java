package cn.shiyu.wechat;

import cn.shiyu.platform.problem.Refusal;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.util.TypeLiteral;
import java.time.temporal.ChronoUnit;

/**
 * Stops asking a WeChat that does not answer: after half of ten sign-ins have waited in vain, the next ones are told at once; every
 * five seconds one tries again. What WeChat says about a code (spent, too often) is an answer and counts for nothing here.
 */
@ApplicationScoped
class WeChatBreaker {

    private Guard guard;

    @PostConstruct
    void build() {
        guard = Guard.create()
                .withDescription("wechat")
                .withCircuitBreaker()
                .requestVolumeThreshold(10)
                .failureRatio(0.5)
                .delay(5, ChronoUnit.SECONDS)
                .skipOn(Refusal.class)
                .done()
                .build();
    }

    /** @return fails with whatever the call fails with, and at once while the breaker is open */
    <T> Uni<T> guard(Uni<T> call) {
        return guard.get(() -> call, new TypeLiteral<Uni<T>>() {});
    }
}
