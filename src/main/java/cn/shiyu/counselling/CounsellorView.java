package cn.shiyu.counselling;

import java.util.List;

/** A counsellor as residents see them; codes have become words. @param ways names of {@link Way} */
public record CounsellorView(
        String login,
        String name,
        String words,
        String provider,
        Provider.Kind kind,
        List<String> fields,
        List<String> languages,
        List<String> ways,
        boolean writes,
        boolean booked) {}
