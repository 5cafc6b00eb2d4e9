package cn.shiyu.legal;

import java.util.List;

/** An advisor as residents see them. @param nearness null where no place was asked for */
public record AdvisorView(
        String login,
        String name,
        String firm,
        String licence,
        String words,
        Nearness nearness,
        List<String> regions,
        List<String> fields,
        List<String> languages) {}
