package cn.shiyu.onboarding;

import cn.shiyu.organisation.Unit;
import cn.shiyu.organisation.UnitDirectory;
import cn.shiyu.platform.crypto.Sm3;
import cn.shiyu.region.Region;
import cn.shiyu.region.RegionTree;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a city's tables of reference ought to hold, parents before children. */
record ReferenceRows(Collection<Region> regions, Collection<Unit> units) {

    ReferenceRows(RegionTree tree, UnitDirectory directory) {
        this(tree.all(), directory.all());
    }

    /** Of what is written, not of the files: a comment changed in a tenant file writes nothing. */
    String digest() {
        String text = Stream.concat(regions.stream(), units.stream())
                .map(Record::toString)
                .collect(Collectors.joining("\n"));
        return HexFormat.of().formatHex(Sm3.digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
