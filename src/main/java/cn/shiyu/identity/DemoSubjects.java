package cn.shiyu.identity;

import cn.shiyu.tenancy.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The realm's names ({@code sub}) of demonstration residents, known beforehand so that demo cases can be theirs. */
public final class DemoSubjects {

    private DemoSubjects() {}

    public static UUID of(TenantId city, String login) {
        return UUID.nameUUIDFromBytes(("demo-resident|" + city + "|" + login).getBytes(StandardCharsets.UTF_8));
    }
}
