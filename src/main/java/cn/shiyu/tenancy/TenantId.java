package cn.shiyu.tenancy;

import java.util.Objects;
import java.util.regex.Pattern;

/** Names one city (城市租户). It is the first column of every key; there is no default and no blank. */
public record TenantId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,30}");

    public TenantId {
        Objects.requireNonNull(value, "no tenant, no work");
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a tenant id: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
