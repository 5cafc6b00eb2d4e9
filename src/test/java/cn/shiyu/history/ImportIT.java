package cn.shiyu.history;

import static cn.shiyu.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shiyu.eventlog.ChainVerification;
import cn.shiyu.platform.command.Command.Outcome;
import cn.shiyu.support.Databases;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A file of the past through the command, against the real database. */
@QuarkusTest
class ImportIT {

    private static final String OF_SOURCE =
            " from imported_case i join case_file c on c.tenant_id = i.tenant_id and c.case_id = i.case_id where i.source = ?";

    private static final String EVENTS =
            " from imported_case i join event e on e.tenant_id = i.tenant_id and e.stream_id = i.case_id where i.source = ?";

    @Inject
    ImportCommand command;

    @Inject
    ImportWork work;

    @Inject
    ImportRuns runs;

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    ChainVerification chains;

    @Inject
    Clock clock;

    private Outcome bringIn(String city, OldMailbox box) {
        return await(() -> command.run(
                cities.byId(new TenantId(city)), box.csv(), box.mappingFile(), Optional.of(box.report()), false));
    }

    private static List<String> asked(String city, String question, Object... values) {
        try (Connection database = Databases.asApplicationIn(city)) {
            return Databases.column(database, question, values);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String one(String question, OldMailbox box) {
        return asked("jieshou", question, box.source).get(0);
    }

    @Test
    void bringsEachMessageInOnceHoweverOftenItIsRun() {
        OldMailbox box = OldMailbox.empty().asked(130).answered(90);
        assertThat(bringIn("jieshou", box).words()).contains("导入 220", "原已导入 0", "未导入 0", "没有用到的列：备注");
        Outcome again = bringIn("jieshou", box);
        assertThat(again.good()).isTrue();
        assertThat(again.words()).contains("导入 0", "原已导入 220", "未导入 0");
        assertThat(one("select count(*)" + OF_SOURCE, box)).isEqualTo("220");
        assertThat(await(() -> chains.verify(new TenantId("jieshou"))).isWhole()).isTrue();
    }

    @Test
    void givesEachCaseItsOwnTimeAndANumberOfItsDay() {
        OldMailbox box = OldMailbox.empty().answered(30);
        bringIn("jieshou", box);
        assertThat(one("select count(*)" + OF_SOURCE + " and c.number like 'JS201803%' and c.submitted_at = timestamptz"
                        + " '2018-03-01 09:00+08' + ((i.source_id::int - 1) % 9) * interval '1 day'", box)).isEqualTo("30");
        // Dense: as many numbers were given out on those days as cases stand there.
        assertThat(asked("jieshou", "select n.day::text from case_number n where n.day between '2018-03-01' and '2018-03-09' and n.last <>"
                        + " (select count(*) from case_file c where (c.submitted_at at time zone 'Asia/Shanghai')::date = n.day)"))
                .isEmpty();
    }

    @Test
    void closesWhatWasAnsweredThenAndCountsItInNoFigure() {
        OldMailbox box = OldMailbox.empty().answered(3);
        bringIn("jieshou", box);
        assertThat(one("select count(*)" + OF_SOURCE + " and c.status = 'CLOSED' and c.reply like '已疏通%' and c.rating is null"
                        + " and c.follow_up is null and c.closed_at = timestamptz '2018-03-20 10:00+08'", box)).isEqualTo("3");
        assertThat(asked("jieshou", "select distinct e.seq || e.type || ' ' || e.actor_kind || ' ' || e.surface || ' ' || e.actor_name" + EVENTS
                        + " order by 1", box.source))
                .containsExactly("1CaseBroughtIn IMPORT IMPORT 老信箱", "2AnswerBroughtIn IMPORT IMPORT 老信箱");
        assertThat(one("select count(*)" + EVENTS + " and e.seq = 2 and e.occurred_at = timestamptz '2018-03-20 10:00+08'", box)).isEqualTo("3");
        assertThat(one("select count(*) from imported_case i join clock k on k.subject_id = i.case_id where i.source = ?", box)).isEqualTo("0");
    }

    @Test
    void startsTheClocksOfOpenCasesNow() {
        OldMailbox box = OldMailbox.empty().asked(4).unansweredInto("queue");
        bringIn("jieshou", box);
        assertThat(one("select count(*)" + OF_SOURCE + " and c.status = 'SUBMITTED' and c.closed_at is null and c.due_at > now()"
                        + " and c.submitted_at < '2018-01-01'", box)).isEqualTo("4");
        assertThat(one("select count(*) from imported_case i join clock k on k.subject_id = i.case_id where i.source = ?"
                        + " and k.started_at > now() - interval '5 minutes'", box)).isNotEqualTo("0");
        assertThat(one("select count(*) from imported_case i join clock k on k.subject_id = i.case_id"
                        + " join deadline d on d.clock_id = k.clock_id where i.source = ? and d.due_at < now()", box)).isEqualTo("0");
    }

    @Test
    void filesAwayWhatWasNeverAnsweredOrShowsItWithoutNumbers() {
        OldMailbox box = OldMailbox.empty().shownToEveryone().with("1,2017-01-01 08:00:00,求助,请打13800001234找我,A1,,,");
        bringIn("jieshou", box);
        assertThat(one("select c.status || ' ' || c.board_text || ' ' || c.body || ' ' || (c.published_at = c.submitted_at)" + OF_SOURCE, box))
                .isEqualTo("CLOSED 请打***找我 请打13800001234找我 true");
    }

    @Test
    void saysOfEachRefusedLineWhichFieldAndWhy() throws IOException {
        OldMailbox box = OldMailbox.empty()
                .asked(2)
                .with("3,2017-01-01 08:00:00,空,,A1,,,")
                .with("4,2017-13-01 08:00:00,坏日期,内容,A1,,,")
                .with("5,2017-01-01 08:00:00,\"引号没有关上,内容,A1,,,")
                .with("=6,2017-01-01 08:00:00,少了列,内容")
                .with("2,2017-01-01 08:00:00,同号不同文,内容,A1,,,")
                .with("7,2017-01-01 08:00:00,最后一行,内容,A1,,,");
        assertThat(bringIn("jieshou", box).words()).contains("已看 8 行：导入 3", "未导入 5");
        assertThat(Files.readString(box.report()))
                .startsWith("\uFEFF\"行号\",\"结果\",\"字段\",\"原因\",\"原始内容\"")
                .contains("\"4\",\"未导入\",\"words\"", "\"5\",\"未导入\",\"time\"", "\"6\",\"未导入\",\"line\",\"引号没有成对")
                .contains("\"'=6,2017", "\"8\",\"未导入\",\"id\",\"这个编号已经导入过（本文件第 3 行）");
    }

    @Test
    void keepsWhoWroteSealedAndTogether() throws SQLException {
        OldMailbox box = OldMailbox.empty().asked(14);
        bringIn("jieshou", box);
        assertThat(one("select count(distinct person_digest) || ' ' || count(person_sealed) from imported_case where source = ?", box))
                .isEqualTo("7 14");
        assertThat(one("select count(*) from imported_case where source = ? and position('A001'::bytea in person_sealed) > 0", box))
                .isEqualTo("0");
    }

    @Test
    void goesOnBehindTheLastLineAfterACrash() {
        OldMailbox box = OldMailbox.empty().asked(350);
        City city = cities.byId(new TenantId("jieshou"));
        UUID run = UuidCreator.getTimeOrderedEpoch();
        UUID worker = UuidCreator.getTimeOrderedEpoch();
        class PowerCut extends Error {}
        assertThatThrownBy(() -> {
                    byte[] digest = ImportFiles.digest(box.csv());
                    var begun = new ImportRuns.NewRun("x.csv", null, 1, digest, box.mapping(), "test");
                    Blocking.await(() -> sql.inTx(city.id(), connection -> runs.add(connection, city.id(), run, begun, clock.instant())
                            .chain(() -> runs.claim(connection, city.id(), run, worker, clock.instant()))));
                    work.run(city, run, worker, box.csv(), (sum, bytes) -> {
                        if (sum.lines() >= 200) {
                            throw new PowerCut();
                        }
                        return true;
                    });
                })
                .isInstanceOf(PowerCut.class);
        assertThat(one("select state || ' ' || lines from import_run where source = ?", box)).isEqualTo("RUNNING 200");
        asked("jieshou", "update import_run set alive_at = now() - interval '2 minutes' where source = ? returning 1", box.source);
        assertThat(bringIn("jieshou", box).words()).contains("已看 350 行：导入 350", "原已导入 0");
        assertThat(one("select count(*)" + OF_SOURCE, box)).isEqualTo("350");
        assertThat(one("select count(*) from import_run where source = ?", box)).isEqualTo("1");
    }

    @Test
    void twoAtOnceBringInEachMessageOnce() {
        OldMailbox box = OldMailbox.empty().asked(400);
        List<CompletableFuture<Outcome>> both = List.of(
                CompletableFuture.supplyAsync(() -> bringIn("jieshou", box)),
                CompletableFuture.supplyAsync(() -> bringIn("jieshou", box)));
        both.forEach(outcome -> assertThat(outcome.join().good()).isTrue());
        assertThat(one("select count(*)" + OF_SOURCE, box)).isEqualTo("400");
        assertThat(asked("jieshou", "select sum(taken) || ' ' || sum(refused) from import_run where source = ?", box.source))
                .containsExactly("400 0");
    }

    @Test
    void keepsTwoCitiesMessagesOfOneNameApart() {
        OldMailbox box = OldMailbox.empty().asked(3);
        bringIn("jieshou", box);
        assertThat(bringIn("liaocheng", box).words()).contains("导入 3", "原已导入 0");
        assertThat(asked("liaocheng", "select c.number" + OF_SOURCE, box.source)).hasSize(3).allMatch(number -> number.startsWith("LC"));
        assertThat(asked("liaocheng", "select tenant_id from import_run where tenant_id <> 'liaocheng'")).isEmpty();
    }

    @Test
    void triesOutWithoutWriting() throws IOException {
        OldMailbox box = OldMailbox.empty().asked(5).with("x");
        Outcome tried = await(() -> command.run(
                cities.byId(new TenantId("jieshou")), box.csv(), box.mappingFile(), Optional.of(box.report()), true));
        assertThat(tried.words()).contains("没有写入", "导入 5", "未导入 1");
        assertThat(Files.readAllLines(box.report())).hasSize(2);
        assertThat(asked("jieshou", "select run_id::text from import_run where source = ?", box.source)).isEmpty();
    }

    @Test
    void namesTheKeyOfAFaultyMappingAndTheFileThatIsNotThere() throws IOException {
        OldMailbox box = OldMailbox.empty().asked(1);
        var faulty = Files.writeString(box.mappingFile(), box.mapping().replace("words: 内容", "words: 正文"));
        City city = cities.byId(new TenantId("jieshou"));
        Outcome outcome = await(() -> command.run(city, box.csv(), faulty, Optional.empty(), false));
        assertThat(outcome.good()).isFalse();
        assertThat(outcome.words()).contains("words:文件里没有名为“正文”的列", "编号、时间");
        assertThat(await(() -> command.run(city, box.csv().resolveSibling("nowhere.csv"), box.mappingFile(), Optional.empty(), false)).words())
                .contains("没有这个文件", "nowhere.csv");
    }
}
