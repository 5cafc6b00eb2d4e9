package cn.shiyu.open311.exchange;

import cn.shiyu.casework.CaseReceipt;
import cn.shiyu.casework.PublicCase;
import cn.shiyu.open311.Service;
import cn.shiyu.open311.ServiceAttribute;
import cn.shiyu.open311.W3cTimes;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.region.Datum;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Our views in the standard's shapes. */
final class Wording {

    /** Of a place somebody gave themselves: a tenth of a metre. */
    private static final int EXACT = 6;

    private Wording() {}

    static Wire.Service service(Service service) {
        return new Wire.Service(
                service.code(),
                service.name(),
                service.description(),
                true,
                "realtime",
                String.join(", ", service.keywords()),
                service.group());
    }

    static Wire.Definition definition(Service service) {
        List<Wire.Attribute> attributes = new ArrayList<>();
        for (ServiceAttribute attribute : service.attributes()) {
            attributes.add(new Wire.Attribute(
                    attribute.variable(),
                    attribute.code(),
                    attribute.datatype().name(),
                    attribute.required(),
                    attribute.hint(),
                    attributes.size() + 1,
                    attribute.description(),
                    attribute.values().stream()
                            .map(value -> new Wire.Value(value.key(), value.name()))
                            .toList()));
        }
        return new Wire.Definition(service.code(), attributes);
    }

    /** The code goes to the partner alone, in the words for its user; no list ever repeats it. */
    static Wire.Filed filed(CaseReceipt receipt, String portal) {
        String notice = Messages.get("open311.notice", receipt.number(), receipt.lookUpCode(), portal + "/lookup");
        return new Wire.Filed(receipt.number(), notice, null);
    }

    /** @param service its name as the list of services has it @param pointDecimals of public cases; null for no point */
    static Wire.Request request(PublicCase one, String service, Integer pointDecimals) {
        Integer decimals = one.own() ? Integer.valueOf(EXACT) : pointDecimals;
        Datum.Point point =
                one.lng() == null || decimals == null ? null : Datum.toWgs84(new Datum.Point(one.lng(), one.lat()));
        return new Wire.Request(
                one.number(),
                one.status().isOver() ? "closed" : "open",
                one.reply() != null ? one.reply() : Messages.get("casework.status." + one.status()),
                service,
                one.categoryCode(),
                told(one),
                one.lead(),
                null,
                W3cTimes.text(one.submittedAt()),
                W3cTimes.text(one.updatedAt()),
                W3cTimes.text(one.promisedAt()),
                one.address() == null ? one.region() : one.region() + " " + one.address(),
                one.regionCode(),
                null,
                point == null ? null : rounded(point.lat(), decimals),
                point == null ? null : rounded(point.lng(), decimals),
                one.mediaUrl());
    }

    /** The public copy has a headline of its own; the title of what a partner filed was made of its words. */
    private static String told(PublicCase one) {
        return one.own() || one.text().startsWith(one.subject()) ? one.text() : one.subject() + "\n" + one.text();
    }

    private static double rounded(double degrees, int decimals) {
        return BigDecimal.valueOf(degrees)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .doubleValue();
    }
}
