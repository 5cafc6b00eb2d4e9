package cn.shiyu.backup;

import cn.shiyu.platform.command.ErrandRefused;
import cn.shiyu.platform.web.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The archive of the write-ahead log: what PostgreSQL's archive_command has put there. */
record WalFolder(Path folder, long segmentBytes) {

    boolean has(String segment) throws IOException {
        Path file = folder.resolve(segment);
        return Files.exists(file) && Files.size(file) == segmentBytes;
    }

    /** @return false when the segment has not arrived after so many seconds */
    boolean arrives(String segment, int seconds) throws IOException, InterruptedException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (!has(segment)) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(100);
        }
        return true;
    }

    /**
     * Refuses a restore for which the log has a gap, before anything is laid out.
     *
     * @param at the moment wanted, null for all there is
     * @throws ErrandRefused naming the missing segment
     */
    void refuseGaps(Manifest.Wal backup, Instant at) throws IOException {
        WalSegment first = segment(backup.firstSegment());
        long lastOfBackup = segment(backup.lastSegment()).number();
        TreeMap<Long, Instant> there = segmentsFrom(first);
        long end = Math.max(lastOfBackup, there.isEmpty() ? 0 : there.lastKey());
        for (long number = first.number(); number <= end; number++) {
            if (!there.containsKey(number)) {
                throw new ErrandRefused(Messages.get(
                        "backup.walGap", new WalSegment(first.timeline(), number).name(segmentBytes), folder));
            }
            if (at != null && number >= lastOfBackup && !there.get(number).isBefore(at)) {
                return;
            }
        }
        if (at != null) {
            throw new ErrandRefused(Messages.get("backup.walTooShort", Moments.show(there.get(end)), Moments.show(at)));
        }
    }

    /** When the newest segment was last written by the server: the archive reaches about this far. */
    Optional<Instant> reach(String firstSegment) throws IOException {
        return Optional.ofNullable(segmentsFrom(segment(firstSegment)).lastEntry())
                .map(Map.Entry::getValue);
    }

    /** By number, with the time of the last write in it: the archiving script keeps that. */
    private TreeMap<Long, Instant> segmentsFrom(WalSegment first) throws IOException {
        TreeMap<Long, Instant> found = new TreeMap<>();
        for (Path file : files()) {
            Optional<WalSegment> segment = WalSegment.parse(file.getFileName().toString(), segmentBytes)
                    .filter(each -> each.timeline() >= first.timeline() && each.number() >= first.number());
            if (segment.isPresent() && Files.size(file) == segmentBytes) {
                found.merge(
                        segment.get().number(),
                        Files.getLastModifiedTime(file).toInstant(),
                        (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        return found;
    }

    /** Files of the log that no backup from this segment on needs; histories of timelines are always kept. */
    List<Path> olderThan(String segment) throws IOException {
        String position = segment.substring(8);
        return files().stream()
                .filter(file -> file.getFileName().toString().matches("[0-9A-F]{24}(\\..+)?"))
                .filter(file -> file.getFileName().toString().substring(8, 24).compareTo(position) < 0)
                .toList();
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new ErrandRefused(Messages.get("backup.noWalFolder", folder));
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private WalSegment segment(String name) {
        return WalSegment.parse(name, segmentBytes)
                .orElseThrow(() -> new ErrandRefused(Messages.get("backup.noSegment", name)));
    }
}
