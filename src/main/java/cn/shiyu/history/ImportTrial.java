package cn.shiyu.history;

import cn.shiyu.platform.problem.FieldError;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.tenancy.City;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Goes through a file as an import would and writes nothing. Blocking. */
@ApplicationScoped
class ImportTrial {

    private static final int FIRST = 10;
    private static final UUID NO_RUN = new UUID(0, 0);

    @Inject
    ImportBatch batches;

    @Inject
    CityCodes.Maker codes;

    @Inject
    Clock clock;

    /**
     * @param first the first lines that would be taken
     * @param whole whether the whole file was looked at
     */
    record Result(SourceFile file, ImportMapping mapping, Tally tally, List<PastLine> first, boolean whole) {}

    /**
     * @param most look no further than this
     * @param report hears of each refusal and remark
     * @throws Refusal 422 with the faults of the mapping, each by its key
     */
    Result run(City city, Path file, String mappingText, int most, Consumer<ReportLine> report) throws IOException {
        ImportMapping mapping = MappingFile.read(mappingText);
        CityCodes known = codes.of(city);
        try (SourceFile source = SourceFile.open(file, mapping.separator())) {
            List<FieldError> faults = MappingCheck.faults(mapping, city, known, source.header());
            if (!faults.isEmpty()) {
                throw Refusal.badInput(faults);
            }
            LineCheck check = new LineCheck(city, known, mapping, source.header(), NO_RUN, clock.instant());
            Tally sum = Tally.NONE;
            List<PastLine> first = new ArrayList<>();
            List<CsvRecord> batch = source.next(ImportWork.BATCH);
            while (!batch.isEmpty() && sum.lines() < most) {
                SortedLines sorted = tryOut(city, mapping, batch.stream().map(check::look).toList());
                sum = sum.plus(sorted.tally());
                sorted.taken().stream().limit(FIRST - first.size()).forEach(first::add);
                sorted.remarked().forEach(line -> tell(line, report));
                batch = source.next(ImportWork.BATCH);
            }
            return new Result(source, mapping, sum, first, batch.isEmpty());
        }
    }

    private SortedLines tryOut(City city, ImportMapping mapping, List<PastLine> lines) {
        return Blocking.await(() -> batches.tryOut(city, mapping.source().code(), lines));
    }

    private static void tell(PastLine line, Consumer<ReportLine> report) {
        for (int i = 0; i < line.faults().size(); i++) {
            LineFault fault = line.faults().get(i);
            report.accept(new ReportLine(
                    line.record().line(), i, fault.refused(), fault.field(), fault.reason(), line.record().text()));
        }
    }
}
