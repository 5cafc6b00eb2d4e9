package cn.shiyu.casework;

import cn.shiyu.eventlog.NewEvent;
import cn.shiyu.identity.Caller;
import cn.shiyu.platform.problem.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** 协调处置: what the handling unit does. */
@ApplicationScoped
public class HandlingFlow {

    @Inject
    CaseStep step;

    /** 签收: takes it over and first gets in touch with the resident. */
    public Uni<CaseReceipt> start(Caller caller, String number, int version, String words) {
        return step.act(caller, number, version, CaseAction.START, moment -> {
            moment.file().touchedBy(caller.id());
            return List.of(by(moment, "HandlingStarted", Words.optional("words", "联系情况", words, Words.LONG)));
        });
    }

    /** @param internal true keeps the entry among staff; otherwise the resident reads it */
    public Uni<CaseReceipt> log(Caller caller, String number, int version, String words, boolean internal) {
        return step.act(caller, number, version, CaseAction.LOG, moment -> {
            moment.file().touchedBy(caller.id());
            String text = Words.required("words", "处置记录", words, Words.LONG);
            return List.of(new NewEvent(
                    "HandlingLogged", 1, Map.of("unit", moment.unit(), "internal", internal), text));
        });
    }

    /** 挂起: the clocks stand still till the resident has answered; the resident reads the reason. */
    public Uni<CaseReceipt> suspend(Caller caller, String number, int version, String reason) {
        return step.act(caller, number, version, CaseAction.SUSPEND, moment -> {
            moment.file().touchedBy(caller.id());
            return List.of(by(moment, "CaseSuspended", Words.required("reason", "挂起原因", reason, Words.SHORT)));
        });
    }

    public Uni<CaseReceipt> resume(Caller caller, String number, int version, String words) {
        return step.act(
                caller,
                number,
                version,
                CaseAction.RESUME,
                moment -> List.of(by(moment, "CaseResumed", Words.optional("words", "说明", words, Words.LONG))));
    }

    /** 办结, with the answer the resident reads. */
    public Uni<CaseReceipt> finish(Caller caller, String number, int version, String reply) {
        return step.act(caller, number, version, CaseAction.FINISH, moment -> {
            Case file = moment.file();
            if (file.extensionAsked != null) {
                throw CaseRefusals.extensionWaiting();
            }
            String text = Words.required("reply", "答复内容", reply, Words.LONG);
            if (text.codePointCount(0, text.length()) < 10) {
                throw Refusal.badInput("reply", "答复内容太短。请写明调查情况、处理结果和依据,至少 10 个字。");
            }
            file.touchedBy(caller.id());
            file.reply = text;
            file.finishedAt = moment.at();
            return List.of(new NewEvent(
                    "CaseFinished",
                    1,
                    Map.of("unit", file.leadUnit, "onTime", !moment.at().isAfter(file.dueAt)),
                    text));
        });
    }

    private static NewEvent by(CaseMoment moment, String type, String words) {
        return new NewEvent(type, 1, Map.of("unit", moment.unit()), words);
    }
}
