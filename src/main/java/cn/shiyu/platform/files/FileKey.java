package cn.shiyu.platform.files;

import cn.shiyu.tenancy.TenantId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/**
 * Keys of the file store: {@code tenant/yyyy/mm/id}, by the month (UTC) of the upload, so that a city moves as a
 * folder.
 */
public final class FileKey {

    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("yyyy/MM").withZone(ZoneOffset.UTC);

    private FileKey() {}

    public static String of(TenantId tenant, UUID id, Instant createdAt) {
        return tenant.value() + "/" + MONTH.format(createdAt) + "/" + id;
    }

    static String thumb(String key) {
        return key + "-thumb";
    }
}
