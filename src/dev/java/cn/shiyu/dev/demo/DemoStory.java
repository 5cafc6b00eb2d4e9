package cn.shiyu.dev.demo;

import cn.shiyu.casework.CaseReceipt;
import cn.shiyu.casework.CaseStatus;
import cn.shiyu.casework.Classification;
import cn.shiyu.casework.FollowUp;
import cn.shiyu.casework.RatingGiven;
import cn.shiyu.casework.RatingLevel;
import cn.shiyu.casework.Submission;
import cn.shiyu.identity.Caller;
import cn.shiyu.platform.files.FileRef;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.time.AsOf;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Leads one message step by step to the state it is to show, each step at its own past time. */
final class DemoStory {

    private final DemoFlows flows;
    private final DemoCast cast;
    private final DemoMessage message;
    private final int index;
    private final DemoHours hours;

    DemoStory(DemoFlows flows, DemoCast cast, DemoMessage message, int index, DemoHours hours) {
        this.flows = flows;
        this.cast = cast;
        this.message = message;
        this.index = index;
        this.hours = hours;
    }

    Uni<CaseReceipt> tell() {
        return cast.resident(index).chain(resident -> submit(resident).chain(done -> go(resident, done)));
    }

    private Uni<CaseReceipt> submit(Caller resident) {
        AsOf.set(hours.start());
        return photos(resident).chain(files -> flows.submission.submit(resident, IdempotencyKey.fresh(), typed(files)));
    }

    private Uni<List<UUID>> photos(Caller resident) {
        return Multi.createFrom()
                .iterable(message.photos())
                .onItem()
                .transformToUniAndConcatenate(name -> flows.files.accept(resident, DemoPhoto.of(name)))
                .map(FileRef::id)
                .collect()
                .asList();
    }

    private Submission typed(List<UUID> files) {
        return new Submission(
                message.kind(), message.category(), message.subject(), message.body(), message.region(),
                message.address(), message.lng(), message.lat(), files, message.visibility(), message.anonymous(),
                "张伟李娜王芳刘洋陈静".substring(index % 5 * 2, index % 5 * 2 + 2), "1380000" + (1000 + index));
    }

    private Uni<CaseReceipt> go(Caller resident, CaseReceipt done) {
        return switch (message.state()) {
            case SUBMITTED -> Uni.createFrom().item(done);
            case WITHDRAWN -> at(2, 20, () -> flows.appellant.withdraw(resident, done.number(), message.withdrawReason()));
            case REFUSED -> at(0, 2, () -> flows.intake.refuse(
                    dispatcher(), done.number(), done.version(), message.refusal(), message.refusalWords()));
            default -> accepted(done).chain(next -> message.state() == CaseStatus.ACCEPTED
                    ? Uni.createFrom().item(next)
                    : dispatched(next).chain(sent -> onwards(resident, sent)));
        };
    }

    private Uni<CaseReceipt> accepted(CaseReceipt done) {
        Classification as = new Classification(message.category(), message.grade(), message.visibility());
        return at(0, 2, () -> flows.intake.accept(dispatcher(), done.number(), done.version(), as))
                .chain(this::published);
    }

    private Uni<CaseReceipt> published(CaseReceipt done) {
        return "PUBLIC".equals(message.visibility())
                ? flows.intake.publish(dispatcher(), done.number(), done.version(), message.subject(), message.body())
                : Uni.createFrom().item(done);
    }

    private Uni<CaseReceipt> dispatched(CaseReceipt done) {
        return message.returnedBy() == null
                ? send(done, message.lead())
                : send(done, message.returnedBy())
                        .chain(next -> giveBack(next, message.returnedBy()))
                        .chain(next -> send(next, message.lead()));
    }

    private Uni<CaseReceipt> send(CaseReceipt done, String lead) {
        return at(0, 3, () -> flows.dispatch.dispatch(
                dispatcher(), done.number(), done.version(), lead, message.assist(), "请按职责办理并及时联系群众。"));
    }

    private Uni<CaseReceipt> giveBack(CaseReceipt done, String from) {
        String reason = message.returnReason() == null ? "不属于本单位职责范围。" : message.returnReason();
        return at(2, 10, () -> flows.dispatch.giveBack(cast.handler(from), done.number(), done.version(), reason, null));
    }

    private Uni<CaseReceipt> onwards(Caller resident, CaseReceipt done) {
        return switch (message.state()) {
            case DISPATCHED -> Uni.createFrom().item(done);
            case RETURN_DISPUTED -> giveBack(done, message.lead())
                    .chain(next -> send(next, message.lead()))
                    .chain(next -> giveBack(next, message.lead()));
            default -> handled(resident, done).chain(next -> afterHandling(resident, next));
        };
    }

    private Uni<CaseReceipt> handled(Caller resident, CaseReceipt done) {
        Uni<CaseReceipt> story =
                at(1, 12, () -> flows.handling.start(handler(), done.number(), done.version(), "已电话联系,了解情况。"));
        for (String words : message.urges()) {
            story = story.chain(next -> at(1, 8, () -> flows.appellant.urge(resident, null, next.number(), words)));
        }
        return logged(story, message.log());
    }

    private Uni<CaseReceipt> logged(Uni<CaseReceipt> story, List<String> lines) {
        for (String line : lines) {
            story = story.chain(next ->
                    at(2, 14, () -> flows.handling.log(handler(), next.number(), next.version(), line, false)));
        }
        return story;
    }

    private Uni<CaseReceipt> afterHandling(Caller resident, CaseReceipt done) {
        return switch (message.state()) {
            case HANDLING -> message.followUp() == null
                    ? Uni.createFrom().item(done)
                    : finished(done, message.reply()).chain(next -> ask(next, answer(message.followUp())));
            case SUSPENDED -> at(1, 6, () -> flows.handling.suspend(
                    handler(), done.number(), done.version(), message.suspendReason()));
            default -> finished(done, message.reply()).chain(next -> message.state() == CaseStatus.FINISHED
                    ? Uni.createFrom().item(next)
                    : judged(resident, next));
        };
    }

    private Uni<CaseReceipt> finished(CaseReceipt done, String reply) {
        return at(4, 30, () -> flows.handling.finish(handler(), done.number(), done.version(), reply));
    }

    private Uni<CaseReceipt> judged(Caller resident, CaseReceipt done) {
        Uni<CaseReceipt> first = message.rework() == null ? Uni.createFrom().item(done) : again(done);
        return first.chain(next -> ask(next, answer(message.followUp())))
                .chain(next -> message.state() == CaseStatus.FOLLOWED_UP
                        ? Uni.createFrom().item(next)
                        : closed(resident, next));
    }

    private Uni<CaseReceipt> again(CaseReceipt done) {
        DemoMessage.Again rework = message.rework();
        Uni<CaseReceipt> sentBack = ask(done, answer(rework.followUp()));
        return logged(sentBack, rework.log()).chain(next -> finished(next, rework.reply()));
    }

    private static FollowUp answer(DemoMessage.FollowedUp said) {
        return said == null || said.satisfied() == null
                ? new FollowUp(true, true, true, RatingLevel.SATISFIED, null)
                : new FollowUp(
                        true,
                        !Boolean.FALSE.equals(said.responded()),
                        !Boolean.FALSE.equals(said.solved()),
                        said.satisfied(),
                        said.words());
    }

    private Uni<CaseReceipt> ask(CaseReceipt done, FollowUp answer) {
        return at(3, 30, () -> flows.verdict.followUp(agent(), done.number(), done.version(), answer));
    }

    private Uni<CaseReceipt> closed(Caller resident, CaseReceipt done) {
        Uni<CaseReceipt> closed = at(2, 20, () -> flows.verdict.close(agent(), done.number(), done.version()));
        DemoMessage.Rated rated = message.rating();
        return rated == null || rated.level() == null
                ? closed
                : closed.chain(next -> at(1, 20, () -> flows.verdict.rate(
                        resident, next.number(), new RatingGiven(rated.level(), rated.tags(), rated.words()))));
    }

    private Uni<CaseReceipt> at(int fewestHours, int mostHours, Supplier<Uni<CaseReceipt>> step) {
        return Uni.createFrom().deferred(() -> {
            AsOf.set(hours.after(fewestHours, mostHours));
            return step.get();
        });
    }

    private Caller dispatcher() {
        return cast.dispatcher(message.region());
    }

    private Caller handler() {
        return cast.handler(message.lead());
    }

    private Caller agent() {
        return cast.agent(message.region());
    }
}
