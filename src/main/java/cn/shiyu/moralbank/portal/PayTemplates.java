package cn.shiyu.moralbank.portal;

import cn.shiyu.moralbank.till.Charge;
import cn.shiyu.moralbank.till.Merchant;
import cn.shiyu.moralbank.till.PayAccount;
import cn.shiyu.moralbank.till.PayCode;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Templates of paying and of the till, web-portal/templates/portal/bank. */
@CheckedTemplate(basePath = "portal/bank")
final class PayTemplates {

    private PayTemplates() {}

    /** @param accounts from which they may pay, their own first; empty for whoever is no member @param choices the same, to choose from */
    static native TemplateInstance pay(Form form, List<PayAccount> accounts, List<Choice> choices);

    static native TemplateInstance code(PayCode code, String shown, RawString picture, Form form);

    static native TemplateInstance payments(Page<Charge> page, String after);

    static native TemplateInstance bind(Form form);

    /** @param key of the form that authorises @param yuan what a point is worth */
    static native TemplateInstance till(Merchant shop, Form form, String key, String yuan, Page<Charge> page, String after);

    /** @param replayed whether it had been done before */
    static native TemplateInstance charge(Charge it, Form form, boolean replayed);
}
