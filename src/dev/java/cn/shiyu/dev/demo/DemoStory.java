package cn.shiyu.dev.demo;

import cn.shiyu.casework.AppellantFlow;
import cn.shiyu.casework.CaseReceipt;
import cn.shiyu.casework.CaseStatus;
import cn.shiyu.casework.Classification;
import cn.shiyu.casework.DispatchFlow;
import cn.shiyu.casework.FollowUp;
import cn.shiyu.casework.HandlingFlow;
import cn.shiyu.casework.IntakeFlow;
import cn.shiyu.casework.RatingGiven;
import cn.shiyu.casework.RatingLevel;
import cn.shiyu.casework.Submission;
import cn.shiyu.casework.SubmissionFlow;
import cn.shiyu.casework.VerdictFlow;
import cn.shiyu.identity.Caller;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.time.AsOf;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;

/** Leads one message through the real flows, step by step, to the state it is to show. */
@ApplicationScoped
class DemoStory {

    @Inject
    SubmissionFlow submission;

    @Inject
    IntakeFlow intake;

    @Inject
    DispatchFlow dispatch;

    @Inject
    HandlingFlow handling;

    @Inject
    VerdictFlow verdict;

    @Inject
    AppellantFlow appellant;

    Uni<CaseReceipt> tell(DemoCast cast, DemoMessage message, int index, DemoHours hours) {
        Teller teller = new Teller(cast, message, hours);
        return cast.resident(index).chain(resident -> teller.submit(resident, index).chain(done -> teller.go(resident, done)));
    }

    private final class Teller {

        private final DemoCast cast;
        private final DemoMessage message;
        private final DemoHours hours;

        Teller(DemoCast cast, DemoMessage message, DemoHours hours) {
            this.cast = cast;
            this.message = message;
            this.hours = hours;
        }

        Uni<CaseReceipt> submit(Caller resident, int index) {
            AsOf.set(hours.start());
            Submission typed = new Submission(
                    message.kind(), message.category(), message.subject(), message.body(), message.region(),
                    message.address(), message.lng(), message.lat(), List.of(), message.visibility(), message.anonymous(),
                    "张三李四王五赵六".substring(index % 7, index % 7 + 2), "1380000" + (1000 + index));
            return submission.submit(resident, IdempotencyKey.fresh(), typed);
        }

        Uni<CaseReceipt> go(Caller resident, CaseReceipt done) {
            return switch (message.state()) {
                case SUBMITTED -> Uni.createFrom().item(done);
                case WITHDRAWN -> at(2, 20, () -> appellant.withdraw(resident, done.number(), "问题已自行解决"));
                case REFUSED -> at(1, 3, () -> intake.refuse(
                        dispatcher(), done.number(), done.version(), message.refusal(), null));
                default -> accepted(done).chain(next -> message.state() == CaseStatus.ACCEPTED
                        ? Uni.createFrom().item(next)
                        : dispatched(next).chain(sent -> onwards(resident, sent)));
            };
        }

        private Uni<CaseReceipt> accepted(CaseReceipt done) {
            return at(0, 2, () -> intake.accept(
                            dispatcher(),
                            done.number(),
                            done.version(),
                            new Classification(message.category(), message.grade(), message.visibility())))
                    .chain(this::published);
        }

        private Uni<CaseReceipt> published(CaseReceipt done) {
            return "PUBLIC".equals(message.visibility())
                    ? intake.publish(dispatcher(), done.number(), done.version(), message.subject(), message.body())
                    : Uni.createFrom().item(done);
        }

        private Uni<CaseReceipt> dispatched(CaseReceipt done) {
            Uni<CaseReceipt> sent = send(done);
            boolean returned = message.returnReason() != null && message.state() != CaseStatus.RETURN_DISPUTED;
            return returned ? sent.chain(this::returnedOnce).chain(this::send) : sent;
        }

        private Uni<CaseReceipt> send(CaseReceipt done) {
            return at(0, 3, () -> dispatch.dispatch(
                    dispatcher(), done.number(), done.version(), message.lead(), message.assist(), "请按职责办理并及时联系群众。"));
        }

        private Uni<CaseReceipt> returnedOnce(CaseReceipt done) {
            String reason = message.returnReason() == null ? "不属于本单位职责范围。" : message.returnReason();
            return at(2, 10, () -> dispatch.giveBack(handler(), done.number(), done.version(), reason, null));
        }

        private Uni<CaseReceipt> onwards(Caller resident, CaseReceipt done) {
            if (message.state() == CaseStatus.DISPATCHED) {
                return Uni.createFrom().item(done);
            }
            if (message.state() == CaseStatus.RETURN_DISPUTED) {
                return returnedOnce(done).chain(this::send).chain(this::returnedOnce);
            }
            return handled(resident, done).chain(next -> afterHandling(resident, next));
        }

        private Uni<CaseReceipt> handled(Caller resident, CaseReceipt done) {
            Uni<CaseReceipt> story = at(1, 12, () -> handling.start(handler(), done.number(), done.version(), "已电话联系,了解情况。"));
            for (String line : message.log()) {
                story = story.chain(next -> at(2, 14, () -> handling.log(handler(), next.number(), next.version(), line, false)));
            }
            for (String words : message.urges()) {
                story = story.chain(next -> at(1, 8, () -> appellant.urge(resident, next.number(), words)));
            }
            return story;
        }

        private Uni<CaseReceipt> afterHandling(Caller resident, CaseReceipt done) {
            return switch (message.state()) {
                case HANDLING -> Uni.createFrom().item(done);
                case SUSPENDED -> at(1, 6, () -> handling.suspend(
                        handler(), done.number(), done.version(), "请补充能说明情况的照片或凭据"));
                default -> finished(done).chain(next -> message.state() == CaseStatus.FINISHED
                        ? Uni.createFrom().item(next)
                        : judged(resident, next));
            };
        }

        private Uni<CaseReceipt> finished(CaseReceipt done) {
            String reply = message.reply() == null ? "您反映的问题已核实处理,感谢您的监督与支持。" : message.reply();
            return at(4, 30, () -> handling.finish(handler(), done.number(), done.version(), reply));
        }

        private Uni<CaseReceipt> judged(Caller resident, CaseReceipt done) {
            FollowUp first = answer();
            Uni<CaseReceipt> asked = ask(done, first);
            boolean again = !first.solved() || first.satisfaction().isLow();
            Uni<CaseReceipt> content = again
                    ? asked.chain(this::finished)
                            .chain(next -> ask(next, new FollowUp(true, true, true, RatingLevel.BASICALLY_SATISFIED, "整改后认可")))
                    : asked;
            return content.chain(next -> message.state() == CaseStatus.FOLLOWED_UP
                    ? Uni.createFrom().item(next)
                    : closed(resident, next));
        }

        private FollowUp answer() {
            DemoMessage.FollowedUp said = message.followUp();
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
            return at(3, 30, () -> verdict.followUp(agent(), done.number(), done.version(), answer));
        }

        private Uni<CaseReceipt> closed(Caller resident, CaseReceipt done) {
            Uni<CaseReceipt> closed = at(2, 20, () -> verdict.close(agent(), done.number(), done.version()));
            DemoMessage.Rated rating = message.rating();
            return rating == null || rating.level() == null
                    ? closed
                    : closed.chain(next -> at(1, 20, () -> verdict.rate(
                            resident, next.number(), new RatingGiven(rating.level(), rating.tags(), rating.words()))));
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
}
