package cn.shiyu.dev.demo;

import cn.shiyu.identity.ResidentFlow;
import cn.shiyu.casework.BoardQueries;
import cn.shiyu.search.SearchTerms;
import cn.shiyu.organisation.Units;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Fills a city that has no cases yet. A second start finds them and does nothing. */
@ApplicationScoped
public class DemoCases {

    private static final Logger LOG = Logger.getLogger(DemoCases.class);

    @Inject
    CityDirectory cities;

    @Inject
    Units units;

    @Inject
    ResidentFlow residents;

    @Inject
    BoardQueries board;

    @Inject
    DemoFlows flows;

    @Inject
    DemoLetters letters;

    @Inject
    DemoBank bank;

    @Inject
    DemoDeeds deeds;

    @Inject
    DemoPurses purses;

    @Inject
    Vertx vertx;

    /** @param progress told the city and how many of its messages are in, out of how many */
    public void load(BiConsumer<City, String> progress) {
        cities.all().stream().sorted(Comparator.comparing(City::shortCode)).forEach(city -> load(city, progress));
        cities.all().forEach(this::letters);
        cities.all().forEach(this::bank);
        cities.all().forEach(this::deeds);
        cities.all().forEach(this::purses);
    }

    private void load(City city, BiConsumer<City, String> progress) {
        boolean filled = !onContext(() -> board.page(city, null, null, SearchTerms.NONE, null)).items().isEmpty();
        if (filled) {
            return;
        }
        DemoCast cast = new DemoCast(city, units.of(city), residents);
        List<DemoMessage> messages = messages(city);
        Instant now = Instant.now();
        for (int i = 0; i < messages.size(); i++) {
            tell(cast, messages.get(i), i, new DemoHours(now, messages.get(i).daysAgo(), i));
            if ((i + 1) % 40 == 0 || i + 1 == messages.size()) {
                progress.accept(city, (i + 1) + "/" + messages.size());
            }
        }
    }

    private void letters(City city) {
        try {
            onContext(() -> letters.load(city));
        } catch (RuntimeException e) {
            LOG.errorf(e, "no demo letters in %s", city.id());
        }
    }

    private void bank(City city) {
        try {
            onContext(() -> bank.load(city));
        } catch (RuntimeException e) {
            LOG.errorf(e, "no demo bank in %s", city.id());
        }
    }

    private void deeds(City city) {
        try {
            onContext(() -> deeds.load(city));
        } catch (RuntimeException e) {
            LOG.errorf(e, "no demo activities in %s", city.id());
        }
    }

    private void purses(City city) {
        try {
            onContext(() -> purses.load(city));
        } catch (RuntimeException e) {
            LOG.errorf(e, "no demo team or till in %s", city.id());
        }
    }

    private void tell(DemoCast cast, DemoMessage message, int index, DemoHours hours) {
        try {
            onContext(() -> new DemoStory(flows, cast, message, index, hours).tell());
        } catch (RuntimeException e) {
            LOG.errorf(e, "demo message %d of %s stops half-way: %s", index + 1, cast.city().id(), message.subject());
        }
    }

    /** Each story on a context of its own, so that its time is nobody else's. Called from the start, never from a request. */
    private <T> T onContext(Supplier<Uni<T>> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext())
                .runOnContext(ignored -> work.get().subscribe().with(done::complete, done::completeExceptionally));
        return done.join();
    }

    private static List<DemoMessage> messages(City city) {
        String file = "demo/" + city.id() + ".jsonl";
        try (InputStream lines = DemoCases.class.getClassLoader().getResourceAsStream(file)) {
            if (lines == null) {
                return List.of();
            }
            try (MappingIterator<DemoMessage> read =
                    JsonMapper.builder().build().readerFor(DemoMessage.class).readValues(lines)) {
                List<DemoMessage> all = read.readAll();
                all.sort(Comparator.comparingInt(DemoMessage::daysAgo).reversed());
                return all;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("demo messages of " + city.id() + " cannot be read", e);
        }
    }
}
