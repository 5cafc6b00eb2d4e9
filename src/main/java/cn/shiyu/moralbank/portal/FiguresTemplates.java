package cn.shiyu.moralbank.portal;

import cn.shiyu.moralbank.figures.BankFigures;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** web-portal/templates/portal/bank/figures.html. */
@CheckedTemplate(basePath = "portal/bank")
final class FiguresTemplates {

    private FiguresTemplates() {}

    static native TemplateInstance figures(BankFigures figures, List<FiguresBar> bars, int height);
}
