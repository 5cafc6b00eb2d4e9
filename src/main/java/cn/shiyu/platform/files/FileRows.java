package cn.shiyu.platform.files;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The table of files. */
final class FileRows {

    private static final String COLUMNS =
            "file_id, media_type, size, width, height, created_at, owner_kind, owner_id, subject_type, subject_id, sm3";
    private static final String ADD = """
            insert into file (tenant_id, file_id, media_type, size, width, height, created_at, owner_kind, owner_id, sm3)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)""";
    private static final String ATTACH = """
            update file set subject_type = $5, subject_id = $6
            where tenant_id = $1 and file_id = $2 and owner_kind = $3 and owner_id = $4 and subject_id is null""";
    private static final String BY_ID = "select " + COLUMNS + " from file where tenant_id = $1 and file_id = $2";
    private static final String OF_SUBJECT = "select " + COLUMNS
            + " from file where tenant_id = $1 and subject_type = $2 and subject_id = $3 order by created_at, file_id";
    private static final String OF_SUBJECTS = "select " + COLUMNS
            + " from file where tenant_id = $1 and subject_type = $2 and subject_id = any($3) order by created_at, file_id";
    private static final String DIGESTS = "select file_id, sm3 from file where tenant_id = $1 and file_id = any($2)";
    private static final String RELEASE =
            "update file set subject_type = null, subject_id = null where tenant_id = $1 and subject_type = $2 and subject_id = $3";
    private static final String ORPHANS = "select " + COLUMNS
            + " from file where tenant_id = $1 and subject_id is null and created_at < $2 limit 200 for update skip locked";
    private static final String DELETE = "delete from file where tenant_id = $1 and file_id = $2";

    private FileRows() {}

    static Uni<Integer> add(Statements sql, Caller owner, FileRef file, byte[] sm3) {
        return sql.update(
                ADD,
                owner.tenant().value(),
                file.id(),
                file.mediaType(),
                file.size(),
                file.width(),
                file.height(),
                file.createdAt(),
                owner.kind().name(),
                owner.id(),
                sm3);
    }

    /** @return 1, or 0 when the file is gone, another's, or attached already */
    static Uni<Integer> attach(Statements sql, Caller owner, UUID file, String subjectType, UUID subject) {
        return sql.update(ATTACH, owner.tenant().value(), file, owner.kind().name(), owner.id(), subjectType, subject);
    }

    static Uni<Optional<StoredFile>> find(Statements sql, TenantId tenant, UUID file) {
        return sql.first(BY_ID, tenant.value(), file).map(found -> found.map(FileRows::read));
    }

    static Uni<List<FileRef>> ofSubject(Statements sql, TenantId tenant, String type, UUID subject) {
        return sql.select(OF_SUBJECT, tenant.value(), type, subject)
                .map(lines ->
                        lines.stream().map(FileRows::read).map(StoredFile::ref).toList());
    }

    /** By subject. */
    static Uni<Map<UUID, List<FileRef>>> ofSubjects(Statements sql, TenantId tenant, String type, Collection<UUID> subjects) {
        return sql.select(OF_SUBJECTS, tenant.value(), type, subjects.toArray(UUID[]::new))
                .map(lines -> lines.stream().map(FileRows::read).collect(Collectors.groupingBy(
                        StoredFile::subjectId, Collectors.mapping(StoredFile::ref, Collectors.toList()))));
    }

    static Uni<Map<UUID, byte[]>> digests(Statements sql, TenantId tenant, Collection<UUID> files) {
        return sql.select(DIGESTS, tenant.value(), files.toArray(UUID[]::new))
                .map(lines -> lines.stream().collect(Collectors.toMap(line -> line.uuid(0), line -> line.bytes(1))));
    }

    static Uni<Integer> release(Statements sql, TenantId tenant, String type, UUID subject) {
        return sql.update(RELEASE, tenant.value(), type, subject);
    }

    /** Locked until the transaction ends, so that none of them is attached meanwhile. */
    static Uni<List<StoredFile>> orphans(Statements sql, TenantId tenant, Instant before) {
        return sql.select(ORPHANS, tenant.value(), before)
                .map(lines -> lines.stream().map(FileRows::read).toList());
    }

    static Uni<Integer> delete(Statements sql, TenantId tenant, UUID file) {
        return sql.update(DELETE, tenant.value(), file);
    }

    private static StoredFile read(Line line) {
        Integer width = line.missing(3) ? null : line.number(3);
        Integer height = line.missing(4) ? null : line.number(4);
        FileRef ref = new FileRef(line.uuid(0), line.text(1), line.bigNumber(2), width, height, line.instant(5));
        return new StoredFile(ref, line.text(6), line.text(7), line.text(8), line.uuid(9), line.bytes(10));
    }
}
