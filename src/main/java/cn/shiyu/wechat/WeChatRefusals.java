package cn.shiyu.wechat;

import cn.shiyu.platform.problem.Refusal;
import java.time.Duration;
import java.util.Optional;

/** What each of WeChat's error codes means to a resident. Codes not named here are an operator's matter. */
final class WeChatRefusals {

    private static final Duration SOON = Duration.ofSeconds(5);

    private WeChatRefusals() {}

    static Optional<Refusal> of(int code) {
        return Optional.ofNullable(
                switch (code) {
                    case 40029, 40163 -> Refusal.badInput("code", "登录凭证已失效,请在小程序中重新登录(wx.login)后再试。");
                    case 40226 -> new Refusal(403, "wechat-blocked", "微信限制了该账号登录,请改用网页版,或拨打 12345。");
                    case 45009, 45011 -> new Refusal(429, "wechat-busy", "登录太频繁,请一分钟后再试。");
                    default -> null;
                });
    }

    static Refusal away() {
        return Refusal.away("wechat-away", "微信登录暂时不可用,请稍后再试,或使用网页版、拨打 12345。", SOON);
    }
}
