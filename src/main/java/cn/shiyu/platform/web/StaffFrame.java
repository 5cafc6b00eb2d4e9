package cn.shiyu.platform.web;

import java.util.List;

/**
 * What stands around every page of the console (工作台).
 *
 * @param name of the member of staff
 * @param unit Chinese name of the unit they act for
 * @param role Chinese name of their role there
 * @param nav the places this person may go, in order; what is not built or not theirs is not in it
 */
public record StaffFrame(String name, String unit, String role, List<NavItem> nav) {}
