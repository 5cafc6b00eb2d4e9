package cn.shiyu.moralbank.mini;

import cn.shiyu.moralbank.till.Charge;
import cn.shiyu.moralbank.till.ChargeState;
import cn.shiyu.moralbank.till.Merchant;
import cn.shiyu.moralbank.till.MerchantState;
import cn.shiyu.moralbank.till.PayAccount;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the contract tells of paying. */
final class TillJson {

    private TillJson() {}

    @Schema(name = "BankPayWish")
    public record PayWish(
            @Schema(description = "这次最多付多少分") long most,
            @Schema(description = "用哪个账户付,见 payAccounts;不写为自己的") String from) {}

    @Schema(name = "BankPayAccount")
    public record From(
            UUID account, PayAccount.Kind kind, @Schema(description = "组织名称,其他的没有") String name,
            @Schema(description = "今天可以用的积分") long points) {
        static From of(PayAccount it) {
            return new From(it.account(), it.kind(), it.name(), it.points());
        }
    }

    @Schema(name = "BankPayCode")
    public record PayCode(
            @Schema(description = "8 位数字,只在这里出现一次") String code, long most, @Schema(description = "到这时失效") Instant until) {
        static PayCode of(cn.shiyu.moralbank.till.PayCode it) {
            return new PayCode(it.digits(), it.most(), it.until());
        }
    }

    @Schema(name = "BankShop")
    public record Shop(UUID id, String name, String address, String region, MerchantState state) {
        static Shop of(Merchant it) {
            return new Shop(it.id(), it.name(), it.address(), it.region(), it.state());
        }
    }

    @Schema(name = "BankBinding")
    public record Binding(@Schema(description = "道德银行管理员给的 8 位绑定码") String code) {}

    @Schema(name = "BankChargeWish")
    public record ChargeWish(@Schema(description = "顾客的付款码") String code, long points) {}

    @Schema(name = "BankCharge")
    public record One(
            UUID id, @Schema(description = "商家名称") String shop, long points, ChargeState state, Instant authorisedAt,
            @Schema(description = "到这时没有确认收款就自动退回") Instant until, Instant capturedAt, Instant endedAt) {
        static One of(Charge it) {
            return new One(
                    it.id(), it.shop(), it.points(), it.state(), it.authorisedAt(), it.until(), it.capturedAt(), it.endedAt());
        }
    }
}
