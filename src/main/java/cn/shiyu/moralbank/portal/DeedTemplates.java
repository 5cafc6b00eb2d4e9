package cn.shiyu.moralbank.portal;

import cn.shiyu.moralbank.deed.DeedView;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.UUID;

/** Templates of good deeds, web-portal/templates/portal/bank. */
@CheckedTemplate(basePath = "portal/bank")
final class DeedTemplates {

    private DeedTemplates() {}

    static native TemplateInstance deeds(Page<DeedView> page, String after);

    static native TemplateInstance tell(Form form, List<Choice> kinds, RegionChoices choices);

    /** @param code for who did it, shown this once */
    static native TemplateInstance told(UUID id, String code);

    static native TemplateInstance claim(Form form);

    static native TemplateInstance deed(DeedView it, Form form);
}
