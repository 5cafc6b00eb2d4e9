package cn.shiyu.law.portal;

import cn.shiyu.law.Article;
import cn.shiyu.law.Law;
import cn.shiyu.law.LawHit;
import cn.shiyu.law.LawVersion;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Templates of the law library, web-portal/templates/portal/law. */
@CheckedTemplate(basePath = "portal/law")
final class LawTemplates {

    private LawTemplates() {}

    /** @param hits null when nothing was asked @param laws shown then */
    static native TemplateInstance search(
            Form filter,
            List<LawHit> hits,
            Collection<Law> laws,
            List<TopicLaws> topics,
            List<Choice> levels,
            List<Choice> names,
            LocalDate day);

    /** @param on the day chosen, or null for today */
    static native TemplateInstance law(Law law, LawVersion version, LocalDate day, LocalDate on);

    static native TemplateInstance article(LawHit hit, Article before, Article after, LocalDate day, LocalDate on);
}
