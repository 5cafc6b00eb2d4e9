package cn.shiyu.onboarding;

import cn.shiyu.law.LawCatalogue;
import cn.shiyu.law.LawLibrary;
import cn.shiyu.tenancy.TenantFiles;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Section {@code laws}, which a city may leave out: its own regulations can be read, and its topics name articles that exist. */
record LawsCheck(TenantFiles files) implements SectionCheck {

    @Override
    public void check(TenantFile file) {
        if (!file.city().sections().contains(LawCatalogue.SECTION)) {
            return;
        }
        Entry section = file.section(LawCatalogue.SECTION);
        Set<String> topics = new HashSet<>();
        codes(file.list("categories", "code"), topics);
        try {
            LawLibrary.unknownArticles(file.city(), files).forEach((topic, unknown) -> topic(section, topics, topic, unknown));
        } catch (RuntimeException e) {
            section.fault("读不出来：" + e.getMessage());
        }
    }

    private static void topic(Entry section, Set<String> topics, String topic, List<String> unknown) {
        if (!topics.contains(topic)) {
            section.fault("topics", "categories 中没有“" + topic + "”");
        }
        unknown.forEach(article -> section.fault("topics", topic + "：法律法规库中没有“" + article + "”"));
    }

    private static void codes(List<Entry> topics, Set<String> into) {
        topics.forEach(topic -> {
            topic.optional("code").ifPresent(into::add);
            codes(topic.entries("children", "code"), into);
        });
    }
}
