package cn.shiyu.platform.files;

import static cn.shiyu.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import cn.shiyu.identity.ActorKind;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Surface;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.support.Ask;
import cn.shiyu.support.Databases;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import cn.shiyu.tenancy.TenantTx;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FilesIT {

    private static final TenantId JIESHOU = new TenantId("jieshou");
    private static final String TEST_SUBJECT = "test-subject";

    /** Subjects of which residents may read one and nobody else anything. */
    @Singleton
    static class TestAccess implements FileAccess {

        static final UUID OPEN = UUID.randomUUID();

        @Override
        public String subjectType() {
            return TEST_SUBJECT;
        }

        @Override
        public Uni<Boolean> mayRead(Caller caller, UUID subjectId) {
            return Uni.createFrom().item(caller.isResident() && subjectId.equals(OPEN));
        }
    }

    @Inject
    FileFlow flow;

    @Inject
    OrphanSweep sweep;

    @Inject
    TenantTx tx;

    @Inject
    TenantSql sql;

    @ConfigProperty(name = "shiyu.files.folder")
    java.nio.file.Path folder;

    @Test
    void keepsAPhotoForItsUploaderAlone() {
        String url = upload("resident1", "灯.jpg", Samples.jpegWithExif(64, 32, 6))
                .statusCode(201)
                .body("mediaType", equalTo("image/jpeg"))
                .body("width", equalTo(32))
                .body("height", equalTo(64))
                .extract()
                .path("url");
        Ask.in("jieshou", "resident1")
                .get(url)
                .then()
                .statusCode(200)
                .header("Content-Type", "image/jpeg")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", containsString("private"));
        assertThat(Ask.in("jieshou", "resident1").get(url).headers().getValues("Content-Security-Policy"))
                .contains("default-src 'none'; sandbox");
        Ask.in("jieshou", "resident1")
                .get(url + "/thumb")
                .then()
                .statusCode(200)
                .header("Content-Type", "image/jpeg");
        Ask.in("jieshou", "resident2").get(url).then().statusCode(404);
        Ask.in("jieshou", "dispatcher1").get(url).then().statusCode(404);
        Ask.in("jieshou").get(url).then().statusCode(404);
        Ask.in("liaocheng", "resident1").get(url).then().statusCode(404);
    }

    @Test
    void playsARecordingInParts() {
        String url = upload("resident1", "话.amr", Samples.amr())
                .statusCode(201)
                .extract()
                .path("url");
        byte[] part = Ask.in("jieshou", "resident1")
                .header("Range", "bytes=0-5")
                .get(url)
                .then()
                .statusCode(206)
                .header("Content-Range", "bytes 0-5/64")
                .header("Content-Type", "audio/amr")
                .extract()
                .asByteArray();
        assertThat(part).asString().isEqualTo("#!AMR\n");
        Ask.in("jieshou", "resident1")
                .header("Range", "bytes=64-")
                .get(url)
                .then()
                .statusCode(416);
        Ask.in("jieshou", "resident1").get(url + "/thumb").then().statusCode(404);
    }

    @Test
    void answersUnchangedToWhoHasItAlready() {
        String url = upload("resident1", "灯.png", Samples.png(8, 8))
                .statusCode(201)
                .extract()
                .path("url");
        String etag = Ask.in("jieshou", "resident1").get(url).header("ETag");
        Ask.in("jieshou", "resident1")
                .header("If-None-Match", etag)
                .get(url)
                .then()
                .statusCode(304);
    }

    @Test
    void refusesAPhotoThatIsAZipAndNamesTheField() {
        upload("resident1", "photo.jpg", Samples.zip())
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("bad-upload"))
                .body("errors[0].field", equalTo("file"));
    }

    @Test
    void refusesAHeicPhotoWithTheWayOut() {
        upload("resident1", "photo.heic", Samples.heic())
                .statusCode(422)
                .body("errors[0].message", containsString("兼容性最佳"));
    }

    @Test
    void refusesEmptyMissingTooLargeAndBombs() {
        upload("resident1", "photo.jpg", new byte[0]).statusCode(422);
        upload("resident1", "photo.png", Samples.bomb()).statusCode(422);
        upload("resident1", "photo.jpg", java.util.Arrays.copyOf(Samples.jpeg(8, 8), 50 << 20))
                .statusCode(422)
                .body("errors[0].message", containsString("10 MB"));
        Ask.in("jieshou", "resident1")
                .multiPart("other", "x")
                .post("/files")
                .then()
                .statusCode(422);
        Ask.in("jieshou")
                .multiPart("file", "photo.jpg", Samples.jpeg(8, 8))
                .post("/files")
                .then()
                .statusCode(401);
        Ask.in("jieshou", "resident1")
                .body("{}")
                .contentType("application/json")
                .post("/files")
                .then()
                .statusCode(415);
    }

    @Test
    void opensWhatIsAttachedToWhoMayReadTheSubject() {
        String id = upload("resident1", "灯.jpg", Samples.jpeg(8, 8))
                .statusCode(201)
                .extract()
                .path("id");
        attach(ownerOf(id), id, TestAccess.OPEN);
        Ask.in("jieshou", "resident2").get("/files/" + id).then().statusCode(200);
        Ask.in("jieshou", "dispatcher1").get("/files/" + id).then().statusCode(404);
    }

    @Test
    void closesWhatIsAttachedEvenToItsUploaderWhenTheSubjectIsClosed() {
        String id = upload("resident1", "灯.jpg", Samples.jpeg(8, 8))
                .statusCode(201)
                .extract()
                .path("id");
        attach(ownerOf(id), id, UUID.randomUUID());
        Ask.in("jieshou", "resident1").get("/files/" + id).then().statusCode(404);
    }

    @Test
    void attachesOnlyTheCallersOwnAndOnlyOnce() {
        String id = upload("resident1", "灯.jpg", Samples.jpeg(8, 8))
                .statusCode(201)
                .extract()
                .path("id");
        assertThatThrownBy(() -> attach(UUID.randomUUID().toString(), id, TestAccess.OPEN))
                .isInstanceOf(UploadRefused.class);
        attach(ownerOf(id), id, TestAccess.OPEN);
        assertThatThrownBy(() -> attach(ownerOf(id), id, TestAccess.OPEN)).isInstanceOf(UploadRefused.class);
    }

    @Test
    void sweepsWhatNobodyAttachedWithinADay() throws Exception {
        String old = upload("resident1", "旧.jpg", Samples.jpeg(8, 8))
                .statusCode(201)
                .extract()
                .path("id");
        String young = upload("resident1", "新.jpg", Samples.jpeg(8, 8))
                .statusCode(201)
                .extract()
                .path("id");
        Instant created = age(old, OrphanSweep.KEPT.plusMinutes(1));
        // The bytes lie by the month of the upload; an upload that is a day older may be of another month.
        java.nio.file.Path place = folder.resolve(FileKey.of(JIESHOU, UUID.fromString(old), created));
        await(() -> sweep.sweep(JIESHOU));
        assertThat(place).doesNotExist();
        Ask.in("jieshou", "resident1").get("/files/" + old).then().statusCode(404);
        Ask.in("jieshou", "resident1").get("/files/" + young).then().statusCode(200);
    }

    private static ValidatableResponse upload(String login, String name, byte[] bytes) {
        return Ask.in("jieshou", login)
                .multiPart("file", name, bytes)
                .post("/files")
                .then();
    }

    private String ownerOf(String id) {
        return await(() -> sql.inTx(JIESHOU, connection -> Statements.on(connection)
                .first("select owner_id from file where file_id = $1", UUID.fromString(id))
                .map(line -> line.orElseThrow().text(0))));
    }

    private void attach(String owner, String id, UUID subject) {
        Caller resident = new Caller(JIESHOU, ActorKind.RESIDENT, owner, "居民", Set.of(), Surface.PORTAL);
        await(() -> tx.inTx(
                JIESHOU,
                session ->
                        flow.attach(session, resident, "files", List.of(UUID.fromString(id)), TEST_SUBJECT, subject)));
    }

    private static Instant age(String id, Duration by) throws Exception {
        try (Connection superuser = Databases.asSuperuser()) {
            String at = Databases.column(
                            superuser,
                            "update file set created_at = created_at - make_interval(secs => ?) where file_id = ?::uuid"
                                    + " returning to_char(created_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')",
                            by.toSeconds(),
                            id)
                    .get(0);
            return Instant.parse(at);
        }
    }
}
