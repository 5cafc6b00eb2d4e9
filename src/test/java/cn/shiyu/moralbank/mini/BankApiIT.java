package cn.shiyu.moralbank.mini;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.moralbank.BankRig;
import cn.shiyu.support.Ask;
import cn.shiyu.support.Phone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

    @Test
    void aHouseholdIsFoundedJoinedByCodeAndConsentAndLeft() {
        Phone mother = joined("妈妈");
        Phone son = joined("儿子");
        assertThat(mother.get("/bank/household").statusCode()).isEqualTo(404);
        assertThat(mother.post("/bank/household", Map.of("name", " ")).<List<String>>path("errors.field")).containsExactly("name");
        assertThat(mother.post("/bank/household", Map.of("name", "小屋")).<String>path("name")).isEqualTo("小屋");
        String code = mother.post("/bank/household/code", Map.of()).path("code");
        assertThat(son.post("/bank/household/requests", Map.of("code", "x")).<List<String>>path("errors.field")).containsExactly("code");
        Response asked = son.post("/bank/household/requests", Map.of("code", code));
        assertThat(asked.<Boolean>path("confirmed")).isFalse();
        assertThat(asked.<List<Object>>path("mates")).as("asking shows nobody").isEmpty();
        assertThat(asked.<Object>path("account")).isNull();
        assertThat(son.get("/bank/household/history").statusCode()).isEqualTo(404);
        String who = mother.get("/bank/household").path("mates.find { !it.confirmed }.id");
        assertThat(son.post("/bank/household/requests/" + who + "/answer", Map.of("yes", true)).statusCode()).isEqualTo(404);
        assertThat(Phone.in("liaocheng").post("/bank/household/requests/" + who + "/answer", Map.of("yes", true)).<String>path("code"))
                .isEqualTo("not-a-member");
        mother.post("/bank/household/requests/" + who + "/answer", Map.of("yes", true)).then().statusCode(200);
        assertThat(son.get("/bank/household").<List<String>>path("mates.name")).containsExactlyInAnyOrder("妈妈", "儿子");
        assertThat(contributed(son, 5).<String>path("code")).isEqualTo("not-enough-points");
        assertThat(contributed(son, 0).<List<String>>path("errors.field")).containsExactly("points");
        assertThat(son.get("/bank/household/history").<List<Object>>path("items")).isEmpty();
        assertThat(son.post("/bank/household/departure", Map.of()).statusCode()).isEqualTo(204);
        assertThat(son.get("/bank/household").statusCode()).isEqualTo(404);
        assertThat(Ask.in("jieshou").get("/mini/v1/bank/household").statusCode()).isEqualTo(401);
    }

    private static Phone joined(String name) {
        Phone phone = Phone.in("jieshou");
        phone.post("/bank/membership", Map.of("name", name, "region", BankRig.HOME, "agreed", true)).then().statusCode(200);
        return phone;
    }

    private static Response contributed(Phone phone, long points) {
        return phone.ask().header("Idempotency-Key", UUID.randomUUID().toString()).contentType(ContentType.JSON)
                .body(Map.of("points", points)).post("/mini/v1/bank/household/contributions");
    }
}
