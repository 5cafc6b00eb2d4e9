package cn.shiyu.history;

import cn.shiyu.casework.PastCase;
import cn.shiyu.category.Categories;
import cn.shiyu.category.CategoryTree;
import cn.shiyu.platform.problem.FieldError;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.region.Region;
import cn.shiyu.region.Regions;
import cn.shiyu.tenancy.City;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes previews. Blocking. */
@ApplicationScoped
class ImportPreviews {

    /** A second of looking; the whole of a longer file is looked at by the import itself. */
    private static final int MOST = 5_000;

    private static final int SHOWN = 20;

    @Inject
    ImportTrial trial;

    @Inject
    Categories categories;

    @Inject
    Regions regions;

    ImportPreview of(City city, Path file, String mapping) throws IOException {
        List<ReportLine> refusals = new ArrayList<>();
        try {
            ImportTrial.Result result = trial.run(city, file, mapping, MOST, line -> {
                if (refusals.size() < SHOWN) {
                    refusals.add(line);
                }
            });
            return of(city, result, refusals);
        } catch (Refusal refusal) {
            return faulty(file, mapping, refusal.errors());
        }
    }

    private ImportPreview of(City city, ImportTrial.Result result, List<ReportLine> refusals) {
        Tally sum = result.tally();
        return new ImportPreview(
                result.file().encoding().words(),
                result.file().header(),
                result.mapping().unused(result.file().header()),
                List.of(),
                sum.lines(),
                sum.taken(),
                sum.there(),
                sum.refused(),
                sum.warned(),
                result.first().stream().map(line -> row(city, line)).toList(),
                refusals,
                result.whole());
    }

    private ImportPreview.Row row(City city, PastLine line) {
        PastCase past = line.past();
        CategoryTree tree = categories.of(city);
        return new ImportPreview.Row(
                line.record().line(),
                past.sourceId(),
                past.at(),
                past.subject(),
                past.category() == null ? null : tree.pathName(past.category()),
                regions.of(city).find(past.region()).map(Region::fullName).orElse(past.region()),
                past.answer() != null ? "answered" : past.open() ? "queue" : "archive",
                past.published());
    }

    /** The file's columns help to mend the mapping, so they are shown all the same. */
    private static ImportPreview faulty(Path file, String mapping, List<FieldError> faults) throws IOException {
        char separator = separator(mapping);
        try (SourceFile source = SourceFile.open(file, separator)) {
            return ImportPreview.faulty(source.encoding().words(), source.header(), faults);
        } catch (Refusal headless) {
            return ImportPreview.faulty("", List.of(), headless.errors());
        }
    }

    private static char separator(String mapping) {
        try {
            return MappingFile.read(mapping).separator();
        } catch (Refusal unreadable) {
            return ',';
        }
    }
}
