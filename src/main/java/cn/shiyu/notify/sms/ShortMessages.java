package cn.shiyu.notify.sms;

import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.City;
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import com.tencentcloudapi.sms.v20210111.SmsClient;
import com.tencentcloudapi.sms.v20210111.models.SendSmsRequest;
import com.tencentcloudapi.sms.v20210111.models.SendStatus;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Sends one text message; the number and what is in it are in no log. */
@ApplicationScoped
public class ShortMessages {

    private static final Logger LOG = Logger.getLogger(ShortMessages.class);
    private static final int SECONDS = 3;
    private static final Duration AGAIN = Duration.ofSeconds(30);
    private static final String SENT = "Ok";

    @ConfigProperty(name = "shiyu.sms.url", defaultValue = "https://sms.tencentcloudapi.com")
    URI gateway;

    @ConfigProperty(name = "shiyu.sms.region", defaultValue = "ap-nanjing")
    String region;

    @ConfigProperty(name = "shiyu.sms.secret-id", defaultValue = "none")
    String secretId;

    @ConfigProperty(name = "shiyu.sms.secret-key", defaultValue = "none")
    String secretKey;

    @Inject
    Vertx vertx;

    /**
     * @param use of the template: {@code agreementCode}
     * @param phone digits, a number of the mainland without country code
     * @throws Refusal 503 {@code sms-away} when the gateway does not answer or the city has no template; 422 {@code phone} when the
     *     number is none; 429 when it had too many today
     */
    public Uni<Void> send(City city, String use, String phone, String... filled) {
        SmsSettings settings = SmsSettings.of(city);
        if (!settings.templates().containsKey(use)) {
            return Uni.createFrom().failure(away());
        }
        // Not on the files' few threads: a gateway that hangs must not keep anybody from a picture.
        return vertx.executeBlocking(() -> send(settings, settings.templates().get(use), phone, filled), false)
                .invoke(ShortMessages::refuseUnlessSent)
                .replaceWithVoid();
    }

    private String send(SmsSettings settings, String template, String phone, String... filled) {
        SendSmsRequest request = new SendSmsRequest();
        request.setSmsSdkAppId(settings.appId());
        request.setSignName(settings.signName());
        request.setTemplateId(template);
        request.setPhoneNumberSet(new String[] {phone.startsWith("+") ? phone : "+86" + phone});
        request.setTemplateParamSet(filled);
        try {
            SendStatus[] sent = client().SendSms(request).getSendStatusSet();
            return sent.length == 0 ? "" : sent[0].getCode();
        } catch (TencentCloudSDKException e) {
            LOG.warnf("text message not taken by the gateway: %s", e.getErrorCode());
            return e.getErrorCode() == null ? "" : e.getErrorCode();
        }
    }

    private SmsClient client() {
        HttpProfile http = new HttpProfile();
        http.setProtocol(gateway.getScheme() + "://");
        http.setEndpoint(gateway.getPort() < 0 ? gateway.getHost() : gateway.getHost() + ":" + gateway.getPort());
        http.setConnTimeout(SECONDS);
        http.setReadTimeout(SECONDS);
        http.setWriteTimeout(SECONDS);
        ClientProfile profile = new ClientProfile();
        profile.setHttpProfile(http);
        return new SmsClient(new Credential(secretId, secretKey), region, profile);
    }

    /** Codes as the gateway documents them. */
    private static void refuseUnlessSent(String code) {
        if (SENT.equals(code)) {
            return;
        }
        if (code.startsWith("LimitExceeded")) {
            throw Refusal.tooMany(Duration.ofHours(1));
        }
        if (code.startsWith("InvalidParameterValue.IncorrectPhoneNumber") || code.startsWith("FailedOperation.PhoneNumberInBlacklist")) {
            throw Refusal.badInput("phone", Messages.get("notify.sms.phone"));
        }
        throw away();
    }

    private static Refusal away() {
        return Refusal.away("sms-away", Messages.get("notify.sms.away"), AGAIN);
    }
}
