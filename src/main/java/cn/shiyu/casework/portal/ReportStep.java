package cn.shiyu.casework.portal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The pages of the report wizard, one question each, in their order. */
enum ReportStep {
    KIND("kind"),
    WORDS("subject", "body"),
    TOPIC("choice", "topic"),
    PLACE("county", "township", "village", "address", "lng", "lat"),
    FILES(),
    PRIVACY("visibility", "anonymous", "contactName", "contactPhone");

    static final String CHECK = "/report/check";

    private final List<String> fields;

    ReportStep(String... fields) {
        this.fields = List.of(fields);
    }

    /** What this page asks; nothing else of what a browser sends is kept. */
    List<String> fields() {
        return fields;
    }

    String path() {
        return "/report/" + name().toLowerCase(Locale.ROOT);
    }

    /** 关怀版 asks less: staff choose the topic from the words. */
    static List<ReportStep> asked(boolean elder) {
        return Arrays.stream(values()).filter(step -> !elder || step != TOPIC).toList();
    }

    String next(boolean elder) {
        return asked(elder).stream()
                .filter(step -> step.ordinal() > ordinal())
                .findFirst()
                .map(ReportStep::path)
                .orElse(CHECK);
    }

    String before(boolean elder) {
        return asked(elder).stream()
                .filter(step -> step.ordinal() < ordinal())
                .reduce((earlier, later) -> later)
                .map(ReportStep::path)
                .orElse("/report");
    }

    static Optional<ReportStep> named(String name) {
        return Arrays.stream(values())
                .filter(step -> step.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    /** The page on which a fault of the submission is mended. */
    static ReportStep of(String field) {
        return Arrays.stream(values()).filter(step -> step.asks(field)).findFirst().orElse(WORDS);
    }

    boolean asks(String field) {
        return fields.contains(field) || names().contains(field);
    }

    /** The submission's names for what several fields of a page say together. */
    private Set<String> names() {
        return switch (this) {
            case TOPIC -> Set.of("category");
            case PLACE -> Set.of("region", "point");
            case FILES -> Set.of("files");
            default -> Set.of();
        };
    }
}
