package cn.shiyu.platform.redis;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.redisson.client.codec.StringCodec;

/** For operators alone ({@code /q/health/well}): without Redis everything works, only slower. */
@Wellness
@ApplicationScoped
class RedisHealth implements AsyncHealthCheck {

    @Inject
    Redis redis;

    @Override
    public Uni<HealthCheckResponse> call() {
        return redis.call(client ->
                        client.getBucket("shiyu:health", StringCodec.INSTANCE).isExistsAsync())
                .replaceWith(true)
                .onFailure()
                .recoverWithItem(false)
                .map(there -> HealthCheckResponse.named("Redis").status(there).build());
    }
}
