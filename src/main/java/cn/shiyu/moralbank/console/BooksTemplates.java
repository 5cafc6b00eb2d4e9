package cn.shiyu.moralbank.console;

import cn.shiyu.moralbank.ledger.LedgerTotals;
import cn.shiyu.moralbank.ledger.audit.ClosedDay;
import cn.shiyu.moralbank.ledger.audit.LastAudit;
import cn.shiyu.moralbank.ledger.audit.TransferSheet;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.StaffFrame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Template of the books, web-portal/templates/console/bank. */
@CheckedTemplate(basePath = "console/bank")
final class BooksTemplates {

    private BooksTemplates() {}

    /** @param last null before the first reconciliation @param sheet null when none is asked for */
    static native TemplateInstance books(
            StaffFrame frame, LedgerTotals totals, Page<ClosedDay> page, LastAudit last, TransferSheet sheet, Form form, String after);
}
