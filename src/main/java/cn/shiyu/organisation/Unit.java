package cn.shiyu.organisation;

/**
 * A unit of a city.
 *
 * @param regionCode the region it stands for
 * @param duties one sentence; null for centres
 */
public record Unit(String code, UnitKind kind, String name, String regionCode, String duties) {}
