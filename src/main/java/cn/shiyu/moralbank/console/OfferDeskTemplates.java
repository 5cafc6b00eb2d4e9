package cn.shiyu.moralbank.console;

import cn.shiyu.moralbank.shop.Offer;
import cn.shiyu.moralbank.till.Merchant;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.StaffFrame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Templates of offers at the clerk's desk, web-portal/templates/console/bank. */
@CheckedTemplate(basePath = "console/bank")
final class OfferDeskTemplates {

    private OfferDeskTemplates() {}

    static native TemplateInstance offers(
            StaffFrame frame, Merchant shop, Page<Offer> page, Form form, OfferDesk.Choices choices, String href, String after);

    /** One offer: how many there are, and whether it is open. */
    static native TemplateInstance offerDesk(StaffFrame frame, Merchant shop, Offer it, Form form);
}
