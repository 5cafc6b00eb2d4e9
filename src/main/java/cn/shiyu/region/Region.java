package cn.shiyu.region;

/**
 * One division (行政区划).
 *
 * @param code 12-digit national statistical code
 * @param parent code of the division above, null for the city's root
 * @param fullName the path below the city: 东城街道 · 东升社区
 * @param lng WGS 84, null where unknown; with {@code lat}
 */
public record Region(
        String code, String parent, RegionLevel level, String name, String fullName, Double lng, Double lat) {}
