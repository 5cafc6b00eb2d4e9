package cn.shiyu.open311;

import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Messages;

/** What is not there in this city: 404, each naming its parameter. */
public final class Unknown {

    private Unknown() {}

    public static Refusal service() {
        return new Refusal(404, "unknown-service", Messages.get("open311.fault.service"));
    }

    /** Not there, not public, or another's: alike. */
    public static Refusal request() {
        return new Refusal(404, "unknown-request", Messages.get("open311.fault.request"));
    }

    public static Refusal token() {
        return new Refusal(404, "unknown-token", Messages.get("open311.fault.token"));
    }

    public static Refusal jurisdiction() {
        return new Refusal(404, "unknown-jurisdiction", Messages.get("open311.fault.jurisdiction"));
    }

    public static Refusal notOffered() {
        return new Refusal(404, "not-offered", Messages.get("open311.fault.off"));
    }
}
