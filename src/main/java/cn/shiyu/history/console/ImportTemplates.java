package cn.shiyu.history.console;

import cn.shiyu.history.ImportPreview;
import cn.shiyu.history.ImportRun;
import cn.shiyu.history.ReportLine;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.StaffFrame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Templates of the imports, web-portal/templates/console/history. */
@CheckedTemplate(basePath = "console/history")
final class ImportTemplates {

    private ImportTemplates() {}

    static native TemplateInstance list(StaffFrame frame, Form form, Page<ImportRun> page, String after);

    /** Before it begins. */
    static native TemplateInstance draft(StaffFrame frame, Form form, ImportRun run, ImportPreview preview);

    /** Under way or over. @param report the first refused lines and remarks */
    static native TemplateInstance run(StaffFrame frame, ImportRun run, List<ReportLine> report);
}
