package cn.shiyu.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shiyu.support.Databases;
import cn.shiyu.tenancy.TenantId;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The key of counselling is another one, and what lies under it opens in its own place alone. */
@QuarkusTest
class CounsellingSealerIT {

    private static final TenantId JIESHOU = new TenantId("jieshou");
    private static final TenantId LIAOCHENG = new TenantId("liaocheng");
    private static final String PLACE = "thread:1:message:1";
    private static final String WORDS = "只有你知道";

    @Inject
    CounsellingSealer own;

    @Inject
    Sealer general;

    @Inject
    BlindIndex index;

    @Inject
    MasterKeys masters;

    @Test
    void opensInItsPlaceAlone() {
        byte[] sealed = own.seal(JIESHOU, PLACE, WORDS);
        assertThat(own.open(JIESHOU, PLACE, sealed)).isEqualTo(WORDS);
        for (String elsewhere : new String[] {"thread:1:message:2", "thread:2:message:1", "thread:1:alias"}) {
            assertThatThrownBy(() -> own.open(JIESHOU, elsewhere, sealed)).isInstanceOf(SealBroken.class);
        }
        assertThatThrownBy(() -> own.open(LIAOCHENG, PLACE, sealed)).isInstanceOf(SealBroken.class);
    }

    @Test
    void doesNotOpenWithAnyKeyOfTheApplicationsOwn() {
        byte[] sealed = own.seal(JIESHOU, PLACE, WORDS);
        Arrays.stream(Purpose.values())
                .filter(purpose -> purpose.root() == Purpose.Root.GENERAL && purpose.seals())
                .forEach(purpose -> assertThatThrownBy(() -> general.open(JIESHOU, purpose, PLACE, sealed))
                        .as(purpose.name())
                        .isInstanceOf(SealBroken.class));
        assertThatThrownBy(() -> general.open(JIESHOU, Purpose.COUNSELLING, PLACE, sealed)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> general.seal(JIESHOU, Purpose.COUNSELLING, PLACE, WORDS)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> index.digest(JIESHOU, Purpose.COUNSELLING_LOOKUP, WORDS)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Whoever has the database and the master key still lacks the key. */
    @Test
    void itsDataKeysInTheDatabaseDoNotUnwrapUnderTheMasterKey() throws Exception {
        int seen = 0;
        try (Connection owner = Databases.asSuperuser();
                Statement sql = owner.createStatement();
                ResultSet rows = sql.executeQuery("select tenant_id, purpose, version, master_id, wrapped from data_key")) {
            while (rows.next()) {
                TenantId city = new TenantId(rows.getString(1));
                Purpose purpose = Purpose.valueOf(rows.getString(2));
                int version = rows.getInt(3);
                byte[] wrapped = rows.getBytes(5);
                MasterKey master = masters.current(Purpose.CONFIDENCE);
                if (purpose.root() == Purpose.Root.GENERAL) {
                    assertThat(master.unwrap(city, purpose, version, wrapped)).hasSize(Sm4Gcm.KEY_BYTES);
                } else {
                    seen++;
                    assertThat(rows.getString(4)).isNotEqualTo(master.id());
                    assertThatThrownBy(() -> master.unwrap(city, purpose, version, wrapped)).isInstanceOf(SealBroken.class);
                }
            }
        }
        assertThat(seen).isGreaterThanOrEqualTo(4);
    }
}
