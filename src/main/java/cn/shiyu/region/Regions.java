package cn.shiyu.region;

import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.TenantFiles;
import cn.shiyu.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Each city's divisions, read once from the file its tenant file names. */
@ApplicationScoped
public class Regions {

    private record Section(String file) {}

    private final Map<TenantId, RegionTree> read = new ConcurrentHashMap<>();

    @Inject
    TenantFiles files;

    public RegionTree of(City city) {
        return read.computeIfAbsent(city.id(), ignored -> read(city));
    }

    private RegionTree read(City city) {
        return new RegionTree(lines(city).stream().map(RegionFile.Line::region).toList());
    }

    /** All that is wrong with the city's file, in Chinese; with none, {@link #of} will read it. */
    public List<String> faults(City city) {
        try {
            return RegionFileCheck.faults(city.regionCode(), lines(city));
        } catch (RuntimeException e) {
            return List.of("区划文件读不出来：" + e.getMessage());
        }
    }

    private List<RegionFile.Line> lines(City city) {
        String file = city.section("regions", Section.class).file();
        try (InputStream csv = files.open(file)) {
            return RegionFile.lines(csv);
        } catch (IOException e) {
            throw new UncheckedIOException("divisions of " + city.id() + " in " + file + " cannot be read", e);
        }
    }
}
