package cn.shiyu.platform.files;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads what is known of files, and who may read them. */
@ApplicationScoped
public class FileQueries {

    private final Map<String, FileAccess> access;

    @Inject
    TenantSql sql;

    FileQueries(@All List<FileAccess> access) {
        this.access = access.stream().collect(Collectors.toMap(FileAccess::subjectType, Function.identity()));
    }

    /** The files of a subject that the caller is already known to be allowed to read, oldest first. */
    public Uni<List<FileRef>> of(SqlConnection connection, TenantId tenant, String subjectType, UUID subject) {
        return FileRows.ofSubject(Statements.on(connection), tenant, subjectType, subject);
    }

    /** The same of several subjects in one statement; who has none is not in it. */
    public Uni<Map<UUID, List<FileRef>>> of(
            SqlConnection connection, TenantId tenant, String subjectType, Collection<UUID> subjects) {
        return subjects.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : FileRows.ofSubjects(Statements.on(connection), tenant, subjectType, subjects);
    }

    public Uni<List<FileRef>> of(Mutiny.Session session, TenantId tenant, String subjectType, UUID subject) {
        return FileRows.ofSubject(Statements.on(session), tenant, subjectType, subject);
    }

    public Uni<List<FileRef>> of(TenantId tenant, String subjectType, UUID subject) {
        return sql.inTx(tenant, connection -> of(connection, tenant, subjectType, subject));
    }

    /** SM3 of what is kept of each: a picture sent twice has the same, since both were encoded alike. */
    public Uni<Map<UUID, byte[]>> digests(SqlConnection connection, TenantId tenant, Collection<UUID> files) {
        return files.isEmpty() ? Uni.createFrom().item(Map.of()) : FileRows.digests(Statements.on(connection), tenant, files);
    }

    /** @throws Refusal 404 when it is not there or not for this caller */
    Uni<StoredFile> readable(Caller caller, UUID file) {
        return sql.inTx(caller.tenant(), connection -> FileRows.find(Statements.on(connection), caller.tenant(), file))
                .map(found -> found.orElseThrow(Refusal::notFound))
                .call(found -> mayRead(caller, found).invoke(FileQueries::refuseUnless));
    }

    private Uni<Boolean> mayRead(Caller caller, StoredFile file) {
        if (!file.isAttached()) {
            return Uni.createFrom().item(file.isOf(caller));
        }
        FileAccess of = access.get(file.subjectType());
        return of == null ? Uni.createFrom().item(false) : of.mayRead(caller, file.subjectId());
    }

    private static void refuseUnless(boolean allowed) {
        if (!allowed) {
            throw Refusal.notFound();
        }
    }
}
