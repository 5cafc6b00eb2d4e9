package cn.shiyu.onboarding;

import cn.shiyu.region.Regions;

/** Section {@code regions} and the file of divisions it names. */
record RegionsCheck(Regions regions) implements SectionCheck {

    /** A file in the wrong format has a fault on every line: the first ones tell enough. */
    private static final int MOST = 20;

    @Override
    public void check(TenantFile file) {
        Entry section = file.section("regions");
        String name = section.text("file");
        if (!name.isEmpty()) {
            regions.faults(file.city()).stream().limit(MOST).forEach(words -> section.fault(name, words));
        }
    }
}
