package cn.shiyu.organisation.portal;

import cn.shiyu.identity.Caller;
import cn.shiyu.tenancy.City;
import java.util.Optional;

/** One box of the portal's front page. Each capability brings its own, so that the front page knows none of them. */
public interface HomePlace {

    /** Where on the page; the smallest stands first. */
    int order();

    /** The box as this person finds it; empty when the city does not offer it. */
    Optional<HomePanel> of(City city, Caller caller);
}
