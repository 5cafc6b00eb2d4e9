package cn.shiyu.moralbank.mini;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.moralbank.BankRig;
import cn.shiyu.support.Ask;
import cn.shiyu.support.Phone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Membership by the published contract: nobody is in who did not say so, and leaving leaves nothing. */
@QuarkusTest
class BankApiIT {

    @Test
    void aPhoneJoinsLooksAndLeaves() {
        Phone phone = Phone.in("jieshou");
        assertThat(phone.get("/bank").<Boolean>path("member")).isFalse();
        assertThat(phone.get("/bank/history").statusCode()).isEqualTo(409);
        Response refused = phone.post("/bank/membership", Map.of("name", "小舟", "region", "371502001000", "agreed", false));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<List<String>>path("errors.field")).containsExactly("region", "agreed");

        Map<String, Object> wish = Map.of("name", "小舟", "region", BankRig.HOME, "agreed", true);
        Response joined = phone.post("/bank/membership", wish);
        assertThat(joined.statusCode()).isEqualTo(200);
        assertThat(joined.<String>path("name")).isEqualTo("小舟");
        assertThat(joined.<Integer>path("points")).isZero();
        assertThat(phone.post("/bank/membership", wish).<String>path("code")).isEqualTo("already-a-member");
        assertThat(phone.get("/bank/history").<List<String>>path("items")).isEmpty();
        assertThat(Phone.in("liaocheng").get("/bank").<Boolean>path("member")).isFalse();

        assertThat(phone.post("/bank/departure", Map.of()).<Boolean>path("member")).isFalse();
        assertThat(phone.post("/bank/departure", Map.of()).statusCode()).isEqualTo(409);
        assertThat(Ask.in("jieshou").get("/mini/v1/bank").statusCode()).isEqualTo(401);
    }
}
