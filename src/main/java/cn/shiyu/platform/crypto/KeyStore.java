package cn.shiyu.platform.crypto;

import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;

/** The table of wrapped data keys. */
@ApplicationScoped
class KeyStore {

    private static final String ALL =
            "select purpose, version, created_at, master_id, wrapped from data_key where tenant_id = $1";
    private static final String ADD = """
            insert into data_key (tenant_id, purpose, version, master_id, wrapped, created_at)
            values ($1, $2, $3, $4, $5, $6)
            on conflict do nothing""";

    @Inject
    MasterKeys masters;

    @Inject
    Clock clock;

    Uni<TenantKeys> read(Statements sql, TenantId tenant) {
        return sql.select(ALL, tenant.value())
                .map(lines -> new TenantKeys(
                        tenant, lines.stream().map(line -> unwrap(tenant, line)).toList()));
    }

    /** Makes the first version where there is none. Two instances may both try: one wins, both read the winner's. */
    Uni<Void> addMissing(Statements sql, TenantId tenant, TenantKeys known) {
        List<Purpose> missing = Arrays.stream(Purpose.values())
                .filter(purpose -> !known.has(purpose))
                .toList();
        return Multi.createFrom()
                .iterable(missing)
                .onItem()
                .transformToUniAndConcatenate(purpose -> add(sql, tenant, purpose, 1))
                .collect()
                .last()
                .replaceWithVoid();
    }

    Uni<Integer> add(Statements sql, TenantId tenant, Purpose purpose, int version) {
        MasterKey master = masters.current(purpose);
        byte[] wrapped = master.wrap(tenant, purpose, version, Sm4Gcm.newKey());
        return sql.update(ADD, tenant.value(), purpose.name(), (short) version, master.id(), wrapped, clock.instant());
    }

    private DataKey unwrap(TenantId tenant, Line line) {
        Purpose purpose = Purpose.valueOf(line.text(0));
        int version = line.number(1);
        byte[] key = masters.byId(purpose, line.text(3)).unwrap(tenant, purpose, version, line.bytes(4));
        return new DataKey(purpose, version, line.instant(2), key);
    }
}
