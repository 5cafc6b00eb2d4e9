package cn.shiyu.clock;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;

/** Reads announced days: CSV in UTF-8 with the header {@code date,name,off}, dates as 2026-10-01, off as true or false. */
final class HolidayFile {

    private static final CsvMapper CSV = new CsvMapper();

    private record Line(String date, String name, boolean off) {

        SpecialDay day() {
            return new SpecialDay(LocalDate.parse(date), name, off);
        }
    }

    private HolidayFile() {}

    static List<SpecialDay> read(InputStream csv) throws IOException {
        CsvSchema header = CsvSchema.emptySchema().withHeader();
        try (MappingIterator<Line> lines = CSV.readerFor(Line.class).with(header).readValues(csv)) {
            return lines.readAll().stream().map(Line::day).toList();
        }
    }
}
