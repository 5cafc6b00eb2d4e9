package cn.shiyu.platform.web;

import java.net.URI;
import java.net.URISyntaxException;

/** An address to go back to that a browser sent us: only ever a path of ours, so that nobody is led to another site. */
public final class LocalAddress {

    private static final URI HOME = URI.create("/");

    private LocalAddress() {}

    /** @return the path and query asked for, or the home page when it is anything else */
    public static URI of(String asked) {
        if (asked == null || !asked.startsWith("/") || asked.startsWith("//") || asked.contains("\\")) {
            return HOME;
        }
        try {
            URI address = new URI(asked);
            return address.getAuthority() == null && address.getScheme() == null ? address : HOME;
        } catch (URISyntaxException e) {
            return HOME;
        }
    }
}
