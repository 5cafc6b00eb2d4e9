package cn.shiyu.moralbank.portal;

import cn.shiyu.moralbank.settlement.Statement;
import cn.shiyu.moralbank.settlement.StatementView;
import cn.shiyu.moralbank.till.Merchant;
import cn.shiyu.platform.paging.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Templates of a shop's statements, web-portal/templates/portal/bank. */
@CheckedTemplate(basePath = "portal/bank")
final class StatementTemplates {

    private StatementTemplates() {}

    static native TemplateInstance statements(Merchant shop, Page<Statement> page, String after);

    static native TemplateInstance statement(StatementView view);
}
