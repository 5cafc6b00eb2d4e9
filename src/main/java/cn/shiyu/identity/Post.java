package cn.shiyu.identity;

/** A role held at a unit; {@code unit} is the unit's code in this city's tenant file. */
public record Post(String unit, Role role) {}
