package cn.shiyu.moralbank.settlement;

import cn.shiyu.platform.paper.Paper;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.Times;
import java.util.List;

/** The statement as a paper to sign and file: what is due, day by day, whose points they were. Not on the event loop. */
public final class StatementPaper {

    private StatementPaper() {}

    public static byte[] of(StatementView view) {
        Paper paper = new Paper(
                word("paper", view.city()), word("foot", view.it().id(), Times.minute(view.it().madeAt())));
        paper.table(List.of(word("what"), word("value")), StatementFacts.of(view).stream()
                .map(row -> row.stream().map(String::valueOf).toList())
                .toList());
        paper.heading(word("byDay"));
        paper.table(List.of(word("day"), word("count"), word("taken"), word("refunded")), view.days().stream()
                .map(day -> List.of(day.day().toString(), "" + day.transfers(), "" + day.taken(), "" + day.refunded()))
                .toList());
        paper.heading(word("byBudget"));
        paper.table(List.of(word("sponsor"), word("budget"), word("points")), view.shares().stream()
                .map(share -> List.of(share.sponsor(), share.budget(), "" + share.points()))
                .toList());
        return paper.text(word("carry")).text(word("sign")).bytes();
    }

    private static String word(String key, Object... filled) {
        return Messages.get("settlement." + key, filled);
    }
}
