package cn.shiyu.region;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;

/** Reads divisions: CSV in UTF-8 with the header {@code code,parent,level,name,lng,lat}; parents before children. */
final class RegionFile {

    private static final CsvMapper CSV = new CsvMapper();

    /** A line as written, not believed yet. */
    record Line(String code, String parent, String level, String name, String lng, String lat) {

        Region region() {
            return new Region(
                    code,
                    blank(parent) ? null : parent,
                    RegionLevel.valueOf(level.toUpperCase(Locale.ROOT)),
                    name,
                    name,
                    blank(lng) ? null : Double.valueOf(lng),
                    blank(lat) ? null : Double.valueOf(lat));
        }
    }

    private RegionFile() {}

    static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    static List<Line> lines(InputStream csv) throws IOException {
        CsvSchema header = CsvSchema.emptySchema().withHeader();
        try (MappingIterator<Line> lines =
                CSV.readerFor(Line.class).with(header).readValues(csv)) {
            return lines.readAll();
        }
    }
}
