package cn.shiyu.wechat;

import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.tenancy.City;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Tells who somebody is to WeChat, from the code that {@code wx.login} gave the mini-program (valid 5 minutes, once). */
@ApplicationScoped
public class WeChatSignIn {

    private static final Logger LOG = Logger.getLogger(WeChatSignIn.class);

    /** The system is busy: the one answer worth asking again for. */
    private static final int BUSY = -1;

    private static final class Busy extends RuntimeException {}

    @RestClient
    WeChatServer server;

    @Inject
    ObjectMapper json;

    @Inject
    WeChatBreaker breaker;

    /**
     * @return the openid: never shown, stored only as a digest
     * @throws Refusal 422 for a code that is spent or wrong, 403 blocked, 429 too often, 503 when WeChat is away
     */
    public Uni<String> openid(City city, String code) {
        WeChatAccount account = WeChatAccount.of(city);
        return breaker.guard(ask(city, account, code))
                .onFailure(failure -> !(failure instanceof Refusal))
                .transform(failure -> away(city, failure));
    }

    private Uni<String> ask(City city, WeChatAccount account, String code) {
        return server.session(account.appId(), account.secret(), code, "authorization_code")
                .map(this::read)
                .map(answer -> openid(city, answer))
                .onFailure(Busy.class)
                .retry()
                .withBackOff(Duration.ofSeconds(1), Duration.ofSeconds(2))
                .atMost(2);
    }

    private WeChatAnswer read(Response response) {
        try {
            return json.readValue(response.readEntity(String.class), WeChatAnswer.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("WeChat answered something that is not JSON", e);
        }
    }

    private static String openid(City city, WeChatAnswer answer) {
        if (answer.code() == BUSY) {
            throw new Busy();
        }
        if (answer.code() != 0 || answer.openid() == null) {
            throw WeChatRefusals.of(answer.code()).orElseGet(() -> alarm(city, answer.code()));
        }
        return answer.openid();
    }

    /** A wrong app id, an expired licence: only the operator can put it right, so it must not be missed. */
    private static Refusal alarm(City city, int code) {
        LOG.errorf("WeChat refuses sign-in for %s with code %d: check the city's configuration", city.id(), code);
        return WeChatRefusals.away();
    }

    private static Refusal away(City city, Throwable failure) {
        LOG.warnf("WeChat does not answer sign-in for %s: %s", city.id(), failure.getClass().getSimpleName());
        return WeChatRefusals.away();
    }
}
