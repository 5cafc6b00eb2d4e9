package cn.shiyu.mediation;

import cn.shiyu.platform.paper.Paper;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.Times;
import cn.shiyu.tenancy.City;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * 一案一卷: the dossier's own volume, in the order of 人民调解工作若干规定 — application, register, investigation, minutes,
 * agreement, follow-up. It says what the one who exports it may see. Takes the processor: never on the event loop.
 */
final class DossierPaper {

    private DossierPaper() {}

    /** @param files names of what lies beside it */
    static byte[] of(City city, MediationView it, List<String> files, Instant now) {
        Paper paper = new Paper(word("title"), city.name() + " · " + it.shelf() + " · " + it.id());
        paper.text(it.title()).text(word("at", Times.minute(now)));
        register(paper, it);
        application(paper, it);
        said(paper, it);
        evidence(paper, it);
        minutes(paper, it);
        followUps(paper, it);
        paper.heading(word("files"));
        files.forEach(paper::text);
        return paper.bytes();
    }

    private static void register(Paper paper, MediationView it) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(word("shelf"), it.shelf() + " · " + it.place()));
        rows.add(List.of(word("applied"), Times.minute(it.appliedAt())));
        rows.add(List.of(word("status"), Messages.get("mediation.status." + it.status())));
        it.turns().forEach(turn -> rows.add(List.of(
                Messages.get("mediation.kind." + turn.kind()),
                turn.mediator() + " · " + turn.body() + " · " + Times.day(turn.from()) + " – "
                        + (turn.to() == null ? Messages.get("mediation.turnNow") : Times.day(turn.to())))));
        if (it.endedAt() != null) {
            rows.add(List.of(word("ended"), Times.minute(it.endedAt())));
        }
        paper.heading(word("register")).table(List.of(word("item"), word("content")), rows);
    }

    private static void application(Paper paper, MediationView it) {
        paper.heading(word("application"));
        for (Party party : List.of(it.applicant(), it.respondent())) {
            paper.text(Messages.get("mediation." + party.side()) + "：" + party.name() + "  " + party.phone());
            paper.text(party.story()).text(party.claim() == null ? null : word("claim", party.claim())).text(" ");
        }
    }

    private static void said(Paper paper, MediationView it) {
        if (!it.words().isEmpty()) {
            paper.heading(Messages.get("mediation.said"));
            it.words().forEach(one -> paper
                    .text(Times.minute(one.at()) + "  " + Messages.get("mediation." + one.by())
                            + (one.between() == null ? "" : "（" + one.between() + "）"))
                    .text(one.words()));
        }
    }

    private static void evidence(Paper paper, MediationView it) {
        if (!it.evidence().isEmpty()) {
            paper.heading(Messages.get("mediation.evidence")).table(
                    List.of(word("side"), word("name"), word("shows")),
                    it.evidence().stream()
                            .map(one -> List.of(
                                    Messages.get("mediation." + one.it().side()), one.it().name(), one.it().shows()))
                            .toList());
        }
    }

    private static void minutes(Paper paper, MediationView it) {
        it.meetings().stream().filter(one -> one.minutes() != null).forEach(one -> paper
                .heading(Messages.get("mediation.minutes") + " " + Times.minute(one.start()))
                .text(Messages.get("mediation.way." + one.way()) + (one.isVideo() ? "" : " · " + one.place()))
                .text(one.minutes()));
    }

    private static void followUps(Paper paper, MediationView it) {
        if (!it.followUps().isEmpty()) {
            paper.heading(Messages.get("mediation.followUps"));
            it.followUps().forEach(one -> paper
                    .text(Times.day(one.at()) + "  " + Messages.get("mediation.kept." + one.kept())).text(one.words()));
        }
    }

    private static String word(String key, Object... filled) {
        return Messages.get("mediation.dossierPaper." + key, filled);
    }
}
