package cn.shiyu.moralbank.portal;

import cn.shiyu.moralbank.figures.BankFigures;
import java.util.List;
import java.util.stream.IntStream;

/** A month's two bars in the drawing. @param top and the widths in the drawing's own units */
public record FiguresBar(BankFigures.Month month, int top, double issued, double spent) {

    private static final int LINE = 25;
    private static final double WIDEST = 250;

    static List<FiguresBar> of(BankFigures figures) {
        return IntStream.range(0, figures.months().size())
                .mapToObj(place -> of(figures.months().get(place), place))
                .toList();
    }

    static int height(BankFigures figures) {
        return figures.months().size() * LINE;
    }

    private static FiguresBar of(BankFigures.Month month, int place) {
        return new FiguresBar(month, place * LINE, month.issuedShare() * WIDEST / 100, month.spentShare() * WIDEST / 100);
    }
}
