package cn.shiyu.moralbank.portal;

import cn.shiyu.moralbank.shop.FetchCode;
import cn.shiyu.moralbank.shop.Offer;
import cn.shiyu.moralbank.shop.Order;
import cn.shiyu.moralbank.till.Merchant;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import java.time.Instant;
import java.util.List;

/** Templates of offers and orders, web-portal/templates/portal/bank. */
@CheckedTemplate(basePath = "portal/bank")
final class ShopTemplates {

    private ShopTemplates() {}

    /** @param places townships to choose from @param href of this list, with its filter */
    static native TemplateInstance shop(Page<Offer> page, Form form, List<Choice> places, String href, String after);

    /** @param place whose residents may order, in words @param points the visitor has; below zero for whoever is no member */
    static native TemplateInstance offer(Offer it, String place, long points, Form form, String key);

    static native TemplateInstance orders(Page<Order> page, String after);

    static native TemplateInstance order(Order it, Form form);

    static native TemplateInstance orderTime(TimeChoice page);

    static native TemplateInstance orderCode(FetchCode code, String shown, RawString picture);

    /** @param coming those with a time, from today on @param now when the page was asked for */
    static native TemplateInstance counter(Merchant shop, Form form, List<Order> coming, Page<Order> page, String after, Instant now);
}
