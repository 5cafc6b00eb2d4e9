package cn.shiyu.tenancy;

import jakarta.enterprise.context.RequestScoped;

/** The city of the request at hand, set once at the door from its host name. Asking without one is an error. */
@RequestScoped
public class CurrentCity {

    private City city;

    void enter(City city) {
        this.city = city;
    }

    public City get() {
        if (city == null) {
            throw new IllegalStateException("no city at the door: no tenant, no work");
        }
        return city;
    }

    public TenantId id() {
        return get().id();
    }
}
