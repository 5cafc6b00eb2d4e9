package cn.shiyu.rig;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.moralbank.ledger.Teller;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * 2,000 payments of points by a process of its own, in the midst of which something is killed. Each is sent again with its key until it is
 * acknowledged: then it is in the books, whole, and once.
 */
final class Payments {

    private static final int PAYMENTS = 2_000;
    private static final int ENOUGH_TO_KILL = 400;

    private final Rig rig;
    private final Books books;
    private final String mark = "pay-" + UUID.randomUUID();
    private final Map<String, String> acknowledged = new HashMap<>();
    private int replayed;

    Payments(Rig rig, Books books) {
        this.rig = rig;
        this.books = books;
    }

    interface Mishap {
        void befalls(Process process);
    }

    /** @param people accounts to be given points @return a shop's account, then those of people who have points */
    List<String> open(String... people) {
        return List.of(run("open", line -> {}, process -> {}, people).get(0).split(" "));
    }

    /** Pays until enough are acknowledged, has the mishap happen, and pays all of it again with the same keys. */
    void expectAllOnceAfter(Mishap mishap) {
        List<String> accounts = open();
        List<String> command = new ArrayList<>(List.of(mark, Integer.toString(PAYMENTS)));
        command.addAll(accounts);
        int[] seen = {0};
        run("pay", this::note, process -> {
            if (++seen[0] == ENOUGH_TO_KILL) {
                mishap.befalls(process);
            }
        }, command.toArray(String[]::new));
        Map<String, String> before = Map.copyOf(acknowledged);
        assertThat(before).hasSizeBetween(ENOUGH_TO_KILL, PAYMENTS - 1);
        assertThat(books.column("select key from bank_transfer where key like '" + mark + "%'")).containsAll(before.keySet());
        replayed = 0;
        run("insist", this::note, process -> {}, command.toArray(String[]::new));
        // What was acknowledged is the same transfer still, and a repeat says so.
        assertThat(acknowledged).hasSize(PAYMENTS).containsAllEntriesOf(before);
        assertThat(replayed).isGreaterThanOrEqualTo(before.size()).isLessThan(PAYMENTS);
        theBooksAreRight();
        System.out.printf("killed after %d acknowledged, %d repeats of what was there%n", before.size(), replayed);
    }

    private void note(String line) {
        String[] words = line.split(" ");
        acknowledged.put(words[0], words[1]);
        replayed += words[2].equals("true") ? 1 : 0;
    }

    private void theBooksAreRight() {
        assertThat(books.column("select count(*) from bank_transfer where key like '" + mark + "%'")).containsExactly("" + PAYMENTS);
        new LedgerTruth(rig, books).expect();
    }

    private interface Line {
        void said(String line);
    }

    private List<String> run(String what, Line each, Mishap after, String... more) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-cp", System.getProperty("java.class.path"),
                Teller.class.getName(), what, "postgresql://127.0.0.1:" + rig.servers().postgres().port() + "/shiyu",
                rig.servers().databasePassword()));
        command.addAll(List.of(more));
        List<String> lines = new ArrayList<>();
        try {
            Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = out.readLine(); line != null; line = out.readLine()) {
                    // The last line of somebody killed may be cut off: then nobody heard it.
                    if (!what.equals("open") && line.split(" ").length < 3) {
                        continue;
                    }
                    lines.add(line);
                    each.said(line);
                    after.befalls(process);
                }
            } catch (IOException killed) {
                // Its end is what the test is about.
            }
            process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return lines;
    }
}
