package cn.shiyu.onboarding;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks at one or two sections of a tenant file and notes what is wrong. */
interface SectionCheck {

    void check(TenantFile file);

    /** Notes every value that this list has more than once. */
    static void unique(List<Entry> entries, String field) {
        Set<String> seen = new HashSet<>();
        entries.forEach(entry -> entry.optional(field)
                .filter(value -> !seen.add(value))
                .ifPresent(value -> entry.fault(field, "“" + value + "”重复")));
    }
}
