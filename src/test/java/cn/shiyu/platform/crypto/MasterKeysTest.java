package cn.shiyu.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shiyu.tenancy.TenantId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeysTest {

    private static final String ONE = "MDEyMzQ1Njc4OWFiY2RlZg==";
    private static final String OTHER = "ZmVkY2JhOTg3NjU0MzIxMA==";
    private static final TenantId CITY = new TenantId("jieshou");

    @TempDir
    Path folder;

    @Test
    void refusesToStartWithoutAKey() {
        assertThatThrownBy(() -> new RootKeys("master-key", Optional.empty(), Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("shiyu.crypto.master-key-file");
    }

    @Test
    void readsTheKeyFromAMountedSecret() throws Exception {
        Path secret = Files.writeString(folder.resolve("master-key"), ONE + "\n");
        assertThat(new RootKeys("master-key", Optional.empty(), Optional.of(secret), Optional.empty())
                        .current()
                        .id())
                .isEqualTo(MasterKey.of(ONE).id());
    }

    @Test
    void refusesAKeyOfTheWrongLengthWithoutRepeatingIt() {
        assertThatThrownBy(() -> MasterKey.of("c2hvcnQ="))
                .hasMessageContaining("16 bytes")
                .hasMessageNotContaining("c2hvcnQ");
        assertThatThrownBy(() -> MasterKey.of("not base64!"))
                .hasMessageNotContaining("not base64!")
                .hasNoCause();
    }

    @Test
    void opensWhatAFormerKeyWrapped() {
        byte[] wrapped = MasterKey.of(ONE).wrap(CITY, Purpose.CONTACT, 1, new byte[16]);
        RootKeys keys = new RootKeys("master-key", Optional.of(OTHER), Optional.empty(), Optional.of(List.of(ONE)));
        assertThat(keys.byId(MasterKey.of(ONE).id()).unwrap(CITY, Purpose.CONTACT, 1, wrapped))
                .isEqualTo(new byte[16]);
    }

    @Test
    void refusesOneKeyForCounsellingAndEverythingElse() {
        assertThatThrownBy(() -> masters(ONE, ONE, List.of())).hasMessageContaining("another key").hasMessageNotContaining(ONE);
        assertThatThrownBy(() -> masters(ONE, OTHER, List.of(ONE))).hasMessageContaining("another key");
    }

    @Test
    void opensTheKeysOfCounsellingUnderTheirOwnRootAlone() {
        MasterKeys keys = masters(ONE, OTHER, List.of());
        MasterKey general = keys.current(Purpose.CONFIDENCE);
        MasterKey own = keys.current(Purpose.COUNSELLING);
        assertThat(own.id()).isNotEqualTo(general.id()).isEqualTo(keys.current(Purpose.COUNSELLING_LOOKUP).id());
        byte[] wrapped = own.wrap(CITY, Purpose.COUNSELLING, 1, new byte[16]);
        assertThatThrownBy(() -> general.unwrap(CITY, Purpose.COUNSELLING, 1, wrapped)).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> keys.byId(Purpose.COUNSELLING, general.id())).isInstanceOf(IllegalStateException.class);
    }

    private static MasterKeys masters(String general, String own, List<String> ownFormer) {
        return new MasterKeys(
                Optional.of(general), Optional.empty(), Optional.empty(), Optional.of(own), Optional.empty(), Optional.of(ownFormer));
    }

    @Test
    void namesAKeyThatIsMissing() {
        RootKeys keys = new RootKeys("master-key", Optional.of(OTHER), Optional.empty(), Optional.empty());
        String missing = MasterKey.of(ONE).id();
        assertThatThrownBy(() -> keys.byId(missing)).hasMessageContaining(missing);
    }

    @Test
    void wrapsForOneCityPurposeAndVersionOnly() {
        MasterKey master = MasterKey.of(ONE);
        byte[] wrapped = master.wrap(CITY, Purpose.CONTACT, 1, new byte[16]);
        assertThatThrownBy(() -> master.unwrap(new TenantId("liaocheng"), Purpose.CONTACT, 1, wrapped))
                .isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> master.unwrap(CITY, Purpose.IDENTITY, 1, wrapped))
                .isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> master.unwrap(CITY, Purpose.CONTACT, 2, wrapped))
                .isInstanceOf(SealBroken.class);
    }

    @Test
    void doesNotPrintAKey() {
        assertThat(MasterKey.of(ONE)).asString().doesNotContain("48, 49").doesNotContain(ONE);
    }
}
