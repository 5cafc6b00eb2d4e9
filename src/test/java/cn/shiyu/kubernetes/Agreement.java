package cn.shiyu.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Something that must hold between the objects of an overlay, or between them and the application. */
interface Agreement {

    /** What does not hold, each with the object's name; nothing when all is well. */
    Stream<String> broken(Manifests all);

    /** Everything that is wrong with these documents; a document that cannot be read in its type is wrong, too. */
    static List<String> findings(List<JsonNode> documents) {
        try {
            Manifests all = Manifests.of(documents);
            return Stream.of(
                            new ImageAgreement(),
                            new PodAgreement(),
                            new SettingsAgreement(),
                            new ReferenceAgreement(),
                            new TargetAgreement(),
                            new CityAgreement(),
                            new NetworkAgreement(),
                            new DatabaseAgreement(),
                            new AlertAgreement())
                    .flatMap(agreement -> agreement.broken(all))
                    .toList();
        } catch (IllegalArgumentException unreadable) {
            return List.of(unreadable.getMessage());
        }
    }

    static Stream<String> unless(boolean holds, String otherwise) {
        return holds ? Stream.empty() : Stream.of(otherwise);
    }

    @SafeVarargs
    static Stream<String> both(Stream<String>... parts) {
        return Arrays.stream(parts).flatMap(part -> part);
    }
}
