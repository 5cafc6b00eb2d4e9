package cn.shiyu.platform.crypto;

import static cn.shiyu.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shiyu.support.Databases;
import cn.shiyu.tenancy.TenantId;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SealerIT {

    private static final TenantId JIESHOU = new TenantId("jieshou");
    private static final TenantId LIAOCHENG = new TenantId("liaocheng");
    private static final String PHONE = "13800000000";

    @Inject
    Sealer sealer;

    @Inject
    BlindIndex index;

    @Inject
    KeyRing ring;

    @Test
    void opensWhatItSealedForTheSamePlaceOnly() {
        byte[] sealed = sealer.seal(JIESHOU, Purpose.CONTACT, "resident/1", PHONE);
        assertThat(sealer.openText(JIESHOU, Purpose.CONTACT, "resident/1", sealed))
                .isEqualTo(PHONE);
        assertThatThrownBy(() -> sealer.open(JIESHOU, Purpose.CONTACT, "resident/2", sealed))
                .isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> sealer.open(JIESHOU, Purpose.IDENTITY, "resident/1", sealed))
                .isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> sealer.open(LIAOCHENG, Purpose.CONTACT, "resident/1", sealed))
                .isInstanceOf(SealBroken.class);
    }

    @Test
    void noticesAnyFlippedBitFromTheFirstToTheLast() {
        byte[] sealed = sealer.seal(JIESHOU, Purpose.CONTACT, "row", PHONE);
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> sealer.open(JIESHOU, Purpose.CONTACT, "row", changed))
                    .isInstanceOf(SealBroken.class);
        }
    }

    @Test
    void sealsWithTheNewKeyOnceItHasSettledAndStillOpensTheOld() {
        byte[] old = sealer.seal(JIESHOU, Purpose.SECRET, "row", PHONE);
        int version = await(() -> ring.rotate(JIESHOU, Purpose.SECRET));
        TenantKeys keys = ring.keys(JIESHOU);
        assertThat(keys.current(Purpose.SECRET, Instant.now()).version()).isLessThan(version);
        Sealer later = sealerAt(Instant.now().plus(TenantKeys.SETTLING).plusSeconds(1));
        byte[] sealed = later.seal(JIESHOU, Purpose.SECRET, "row", PHONE);
        assertThat(sealed[2]).isEqualTo((byte) version);
        assertThat(sealer.openText(JIESHOU, Purpose.SECRET, "row", sealed)).isEqualTo(PHONE);
        assertThat(sealer.openText(JIESHOU, Purpose.SECRET, "row", old)).isEqualTo(PHONE);
    }

    @Test
    void refusesToRotateTheKeyOfBlindIndexes() {
        assertThatThrownBy(() -> ring.rotate(JIESHOU, Purpose.LOOKUP)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void findsEqualValuesWithinACityAndTellsNothingAcross() {
        assertThat(index.digest(JIESHOU, Purpose.CONTACT, PHONE))
                .isEqualTo(index.digest(JIESHOU, Purpose.CONTACT, PHONE));
        assertThat(index.digest(JIESHOU, Purpose.CONTACT, PHONE))
                .isNotEqualTo(index.digest(LIAOCHENG, Purpose.CONTACT, PHONE));
        assertThat(index.digest(JIESHOU, Purpose.CONTACT, PHONE))
                .isNotEqualTo(index.digest(JIESHOU, Purpose.IDENTITY, PHONE));
    }

    @Test
    void givesEachKeyToItsCityAlone() throws Exception {
        try (Connection application = Databases.asApplication()) {
            assertThat(Databases.column(application, "select wrapped from data_key"))
                    .isEmpty();
        }
        try (Connection jieshou = Databases.asApplicationIn("jieshou")) {
            assertThat(Databases.column(jieshou, "select distinct tenant_id from data_key"))
                    .containsExactly("jieshou");
        }
    }

    private Sealer sealerAt(Instant now) {
        Sealer later = new Sealer();
        later.ring = ring;
        later.clock = Clock.fixed(now, ZoneOffset.UTC);
        return later;
    }
}
