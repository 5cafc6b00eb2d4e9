package cn.shiyu.organisation.portal;

import cn.shiyu.platform.web.NavItem;
import java.util.List;

/** A box of the front page. @param code unique on the page @param title Chinese */
public record HomePanel(String code, String title, List<NavItem> links) {}
