package cn.shiyu.wechat;

import cn.shiyu.tenancy.City;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * A city's own mini-program: section {@code wechat} of its tenant file.
 *
 * @param secretRef names the configuration value that holds the secret; the secret itself stands in no file
 */
record WeChatAccount(String appId, String secretRef) {

    static WeChatAccount of(City city) {
        return city.section("wechat", WeChatAccount.class);
    }

    String secret() {
        return ConfigProvider.getConfig().getValue(secretRef, String.class);
    }
}
