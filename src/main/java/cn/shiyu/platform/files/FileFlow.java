package cn.shiyu.platform.files;

import cn.shiyu.identity.ActorKind;
import cn.shiyu.identity.Caller;
import cn.shiyu.platform.crypto.Sm3;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Takes uploads in, and attaches them to what they belong to. What is not attached within a day is removed. */
@ApplicationScoped
public class FileFlow {

    @Inject
    CityDirectory cities;

    @Inject
    FileWorkers workers;

    @Inject
    FileStore store;

    @Inject
    TenantSql sql;

    @Inject
    Clock clock;

    /**
     * Checks and keeps one upload; nobody but the caller can see or attach it.
     *
     * @throws Refusal 422 {@code bad-upload} naming the form's field; 401 when nobody is signed in
     */
    public Uni<FileRef> accept(Caller caller, FileUpload upload) {
        refuseIfNobody(caller);
        UploadRules rules = UploadRules.of(cities.byId(caller.tenant()));
        if (upload.size() > rules.largestBytes()) {
            return Uni.createFrom().failure(UploadRefused.photoTooLarge(upload.name(), rules.photoMegabytes()));
        }
        return workers.runOnPictures(() -> Upload.check(upload, rules)).chain(checked -> keep(caller, checked));
    }

    /**
     * The files of a form's field; inputs left empty are passed over.
     *
     * @throws Refusal as {@link #accept}, also for too many
     */
    public Uni<List<FileRef>> acceptAll(Caller caller, String field, List<FileUpload> uploads) {
        List<FileUpload> sent = uploads.stream()
                .filter(upload -> upload.size() > 0 || !upload.fileName().isBlank())
                .toList();
        refuseIfTooMany(caller, field, sent.size());
        return Multi.createFrom()
                .iterable(sent)
                .onItem()
                .transformToUniAndConcatenate(upload -> accept(caller, upload))
                .collect()
                .asList();
    }

    /**
     * Attaches the caller's own uploads, in the transaction that makes the subject.
     *
     * @param field the form's field that named them
     * @throws Refusal 422 when one is gone, another's, or attached already; or there are too many
     */
    public Uni<Void> attach(
            Mutiny.Session session,
            Caller caller,
            String field,
            Collection<UUID> files,
            String subjectType,
            UUID subject) {
        return attach(Statements.on(session), caller, field, files, subjectType, subject);
    }

    /** The same over the plain client. */
    public Uni<Void> attach(
            SqlConnection connection,
            Caller caller,
            String field,
            Collection<UUID> files,
            String subjectType,
            UUID subject) {
        return attach(Statements.on(connection), caller, field, files, subjectType, subject);
    }

    private Uni<Void> attach(
            Statements statements,
            Caller caller,
            String field,
            Collection<UUID> files,
            String subjectType,
            UUID subject) {
        refuseIfTooMany(caller, field, files.size());
        return Multi.createFrom()
                .iterable(files)
                .onItem()
                .transformToUniAndConcatenate(file -> FileRows.attach(statements, caller, file, subjectType, subject)
                        .invoke(attached -> refuseIfGone(attached, field)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Lets a subject's files go; they are removed like those that were never attached. */
    public Uni<Void> release(SqlConnection connection, TenantId tenant, String subjectType, UUID subject) {
        return FileRows.release(Statements.on(connection), tenant, subjectType, subject).replaceWithVoid();
    }

    private Uni<FileRef> keep(Caller caller, Upload upload) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        FileRef file = new FileRef(
                id,
                upload.mediaType(),
                upload.bytes().length,
                upload.width(),
                upload.height(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        String key = FileKey.of(caller.tenant(), id, file.createdAt());
        // The row first: should the bytes fail, the sweep finds and removes it; bytes without a row nobody would find.
        return sql.inTx(
                        caller.tenant(),
                        connection -> FileRows.add(Statements.on(connection), caller, file, Sm3.digest(upload.bytes())))
                .chain(() -> store.put(key, upload.bytes()))
                .chain(() -> upload.thumb() == null
                        ? Uni.createFrom().voidItem()
                        : store.put(FileKey.thumb(key), upload.thumb()))
                .replaceWith(file);
    }

    private void refuseIfTooMany(Caller caller, String field, int count) {
        UploadRules rules = UploadRules.of(cities.byId(caller.tenant()));
        if (count > rules.most()) {
            throw UploadRefused.tooMany(field, rules.photos(), rules.sounds());
        }
    }

    private static void refuseIfGone(int attached, String field) {
        if (attached != 1) {
            throw UploadRefused.gone(field);
        }
    }

    private static void refuseIfNobody(Caller caller) {
        if (caller.kind() == ActorKind.ANYONE) {
            throw Refusal.notSignedIn();
        }
    }
}
