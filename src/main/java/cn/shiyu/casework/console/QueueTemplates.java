package cn.shiyu.casework.console;

import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.StaffFrame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Templates of queues, web-portal/templates/console/casework. */
@CheckedTemplate(basePath = "console/casework")
final class QueueTemplates {

    private QueueTemplates() {}

    static native TemplateInstance queue(StaffFrame frame, QueueSheet sheet);

    /** For whoever works on no cases. */
    static native TemplateInstance noQueue(StaffFrame frame);

    /** A number that led nowhere. */
    static native TemplateInstance find(StaffFrame frame, Form form);
}
