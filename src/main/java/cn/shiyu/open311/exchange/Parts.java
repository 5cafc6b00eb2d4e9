package cn.shiyu.open311.exchange;

import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** A multipart form as if it had come the standard's way. Files are refused: pictures come by {@code media_url}. */
final class Parts {

    private Parts() {}

    /** @throws Refusal 422 naming the part that is a file */
    static Map<String, List<String>> words(MultipartFormDataInput sent) {
        Map<String, List<String>> words = new HashMap<>();
        sent.getValues().forEach((name, parts) -> {
            List<String> values = new ArrayList<>();
            parts.forEach(part -> values.add(word(name, part)));
            words.put(name, values);
        });
        return words;
    }

    private static String word(String name, FormValue part) {
        if (part.isFileItem() || part.getFileName() != null) {
            throw Refusal.badInput(name, Messages.get("open311.fault.file"));
        }
        return part.getValue();
    }
}
