package cn.shiyu.notify.sms;

import cn.shiyu.tenancy.City;
import java.util.Map;

/**
 * A city's own signature and templates with the gateway: section {@code sms} of its tenant file, which a city may leave out.
 *
 * @param appId of the application at the gateway (SmsSdkAppId)
 * @param signName the signature before each message, approved by the gateway
 * @param templates approved templates by their use: {@code agreementCode}
 */
public record SmsSettings(String appId, String signName, Map<String, String> templates) {

    public static final String SECTION = "sms";

    private static final SmsSettings NONE = new SmsSettings(null, null, null);

    public SmsSettings {
        templates = templates == null ? Map.of() : Map.copyOf(templates);
    }

    public static SmsSettings of(City city) {
        return city.sections().contains(SECTION) ? city.section(SECTION, SmsSettings.class) : NONE;
    }
}
