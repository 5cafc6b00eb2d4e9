package cn.shiyu.agreement;

import cn.shiyu.platform.paper.Paper;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.Times;
import cn.shiyu.tenancy.City;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The papers as they are printed. Takes the processor: never on the event loop. */
@ApplicationScoped
class AgreementPapers {

    private static final float SIGNATURE_WIDTH = 160;
    private static final float SIGNATURE_HEIGHT = 60;

    /** The agreement itself, with what 人民调解法 art. 29 wants in it. @param at when it came into force */
    byte[] agreement(
            City city, Agreement it, String facts, String terms, List<Duty> duties, Map<AgreementSide, Signer> both, Instant at) {
        Paper paper = new Paper(Messages.get("agreement.paper.title." + it.kind()), foot(city, it));
        paper.text(Messages.get("agreement.paper.number", number(it)));
        parties(paper, both);
        paper.heading(Messages.get("agreement.paper.facts")).text(facts);
        paper.heading(Messages.get("agreement.paper.terms")).text(terms);
        duties(paper, duties, false);
        paper.text("\n" + Messages.get("agreement.paper.force"));
        for (AgreementSide side : AgreementSide.values()) {
            signature(paper, both.get(side));
        }
        return paper.text("\n" + Messages.get("agreement.paper.mediator", it.mediatorName()))
                .text(Messages.get("agreement.paper.body", it.bodyName()))
                .text(Messages.get("agreement.paper.at", Times.minute(at)))
                .bytes();
    }

    /** 司法确认申请书, for both to hand in together. */
    byte[] application(City city, Agreement it, List<Duty> duties, Map<AgreementSide, Signer> both) {
        Paper paper = new Paper(Messages.get("agreement.paper.confirm.title"), foot(city, it));
        parties(paper, both);
        return paper.heading(Messages.get("agreement.paper.confirm.ask"))
                .text(Messages.get("agreement.paper.confirm.askText", number(it), Times.day(it.inForceAt())))
                .heading(Messages.get("agreement.paper.confirm.why"))
                .text(Messages.get("agreement.paper.confirm.whyText", it.bodyName(), it.mediatorName(), Times.day(it.inForceAt())))
                .text(Messages.get("agreement.paper.confirm.promise"))
                .text(Messages.get("agreement.paper.confirm.due", Times.day(it.confirmDue())))
                .text("\n" + Messages.get("agreement.paper.confirm.sign"))
                .bytes();
    }

    /** 履行情况说明, for arbitration or court. */
    byte[] standing(City city, Agreement it, List<Duty> duties, Map<AgreementSide, Signer> both, Instant now) {
        Paper paper = new Paper(Messages.get("agreement.paper.standing.title"), foot(city, it));
        parties(paper, both);
        paper.text(Messages.get("agreement.paper.standing.text", number(it), Times.day(it.inForceAt()), Times.minute(now)));
        duties(paper, duties, true);
        return paper.bytes();
    }

    private static void parties(Paper paper, Map<AgreementSide, Signer> both) {
        paper.heading(Messages.get("agreement.paper.parties"));
        for (AgreementSide side : AgreementSide.values()) {
            Signer one = both.get(side);
            paper.text(Messages.get("agreement.paper.party", Messages.get("agreement." + side), one.name(), one.phone()));
        }
    }

    private static void duties(Paper paper, List<Duty> duties, boolean withState) {
        if (duties.isEmpty()) {
            return;
        }
        paper.heading(Messages.get("agreement.paper.duties"));
        paper.table(
                List.of(
                        Messages.get("agreement.paper.debtor"), Messages.get("agreement.paper.duty"),
                        Messages.get("agreement.paper.money"),
                        Messages.get(withState ? "agreement.paper.state" : "agreement.paper.due")),
                duties.stream().map(duty -> List.of(
                        Messages.get("agreement." + duty.debtor()), duty.words(), duty.yuan() == null ? "" : duty.yuan(),
                        withState ? state(duty) : duty.due().toString())).toList());
    }

    private static String state(Duty duty) {
        return duty.due() + " " + (duty.isDone()
                ? Messages.get("agreement.duty.DONE") + " " + Times.day(duty.doneAt())
                : Messages.get("agreement.duty." + duty.state()));
    }

    private static void signature(Paper paper, Signer one) {
        String line = Messages.get("agreement.paper.signed", Messages.get("agreement." + one.side()), Times.minute(one.signedAt()));
        paper.text("\n" + line);
        if (one.drawn()) {
            paper.picture(one.signature(), SIGNATURE_WIDTH, SIGNATURE_HEIGHT);
        } else {
            paper.text(new String(one.signature(), StandardCharsets.UTF_8));
        }
    }

    private static String foot(City city, Agreement it) {
        return city.name() + " · " + it.bodyName() + " · " + number(it);
    }

    /** 编号, from the id: the same on every paper. */
    static String number(Agreement it) {
        String digits = it.id().toString().replace("-", "").toUpperCase();
        return "TJ" + Times.day(it.draftedAt()).substring(0, 4) + "-" + digits.substring(digits.length() - 10);
    }
}
