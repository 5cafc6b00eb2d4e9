package cn.shiyu.agreement;

import cn.shiyu.clock.Limit;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.City;
import java.util.List;

/**
 * Section {@code agreements} of a tenant file, which a city may leave out: then one template serves all.
 *
 * @param confirm within which judicial confirmation must be applied for; 30 days (人民调解法 art. 33)
 * @param templates by kind of dispute
 */
public record AgreementSettings(Limit confirm, List<Template> templates) {

    public static final String SECTION = "agreements";

    private static final AgreementSettings NONE = new AgreementSettings(null, null);

    /**
     * @param dispute code of the kind of dispute it is for: a shelf of the expert supermarket
     * @param facts and {@code terms} what stands there to begin with
     * @param laws articles to be read beside it: {@code civil-code/288}
     */
    public record Template(String dispute, String name, String facts, String terms, List<String> laws) {

        public Template {
            laws = laws == null ? List.of() : List.copyOf(laws);
        }
    }

    public AgreementSettings {
        confirm = confirm == null ? Limit.calendarDays(30) : confirm;
        templates = templates == null ? List.of() : List.copyOf(templates);
    }

    public static AgreementSettings of(City city) {
        return city.sections().contains(SECTION) ? city.section(SECTION, AgreementSettings.class) : NONE;
    }

    /** The template for this kind of dispute, or the one that serves all. */
    public Template template(String dispute) {
        return templates.stream()
                .filter(one -> one.dispute().equals(dispute))
                .findFirst()
                .orElseGet(() -> new Template(
                        "general", Messages.get("agreement.general.name"), Messages.get("agreement.general.facts"),
                        Messages.get("agreement.general.terms"), List.of()));
    }
}
