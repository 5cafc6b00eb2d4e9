package cn.shiyu.casework.console;

import cn.shiyu.casework.Submission;
import cn.shiyu.platform.web.Form;
import java.util.List;

/** Reads what an agent typed for a caller. The township alone is enough; a village makes it more exact. */
final class HotlineForm {

    private HotlineForm() {}

    static Submission read(Form form) {
        return new Submission(
                form.value("kind"),
                form.value("category"),
                form.value("subject"),
                form.value("body"),
                form.value("village").isBlank() ? form.value("region") : form.value("village"),
                form.value("address"),
                null,
                null,
                List.of(),
                form.value("visibility"),
                form.has("anonymous", "true"),
                form.value("contactName"),
                form.value("contactPhone"));
    }
}
