package cn.shiyu.legal;

import cn.shiyu.platform.web.NavItem;
import cn.shiyu.tenancy.City;
import java.util.Optional;

/** Where another capability lets a consultation go on, with one action; a CDI bean of that capability. */
public interface AfterAdvice {

    /** @param it as its resident sees it @return empty where the city does not offer it */
    Optional<NavItem> offer(City city, ConsultationView it);
}
