package cn.shiyu.organisation;

/** Names of the units that follow from the divisions, as they stand over their doors. */
final class UnitNames {

    private UnitNames() {}

    /** 界首市综治中心, 东城街道综治中心, 东顺河社区综治中心 */
    static String centre(String region) {
        return place(region) + "综治中心";
    }

    /** 东城街道办事处, 光武镇人民政府; what is no government (香江光彩大市场服务中心) keeps its name. */
    static String government(String township) {
        String place = place(township);
        if (place.endsWith("街道")) {
            return place + "办事处";
        }
        return place.endsWith("镇") || place.endsWith("乡") ? place + "人民政府" : place;
    }

    /** The national list names the committee where people name the place: 方楼社区居委会 → 方楼社区, 李庙王村委会 → 李庙王村. */
    static String place(String region) {
        return region.replaceFirst("街道办事处$", "街道")
                .replaceFirst("(社区)?(居民委员会|居委会)$", "社区")
                .replaceFirst("村?(村民委员会|村委会)$", "村");
    }
}
