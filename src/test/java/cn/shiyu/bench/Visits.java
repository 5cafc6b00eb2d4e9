package cn.shiyu.bench;

import cn.shiyu.bench.load.Answer;
import cn.shiyu.bench.load.Generator;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** What residents' phones ask around a visit: who has time, book it, look at it; and what the law says before. */
final class Visits {

    private static final String SERVICE = "/mini/v1/booking-services/legal-talk/bookables";
    /** What a city lets one person have at once. */
    private static final int MOST_OPEN = 5;

    /** @param at as ISO instant */
    record Place(String bookable, String at) {}

    private record Booked(String session, String id) {}

    private final Generator generator;
    private final People people;
    private final List<Place> places;
    private final List<Booked> booked = new ArrayList<>();
    private final Map<String, Set<String>> busy = new HashMap<>();
    private final List<String> questions = questions();
    private final Random random = new Random(42);
    private int next;

    /** @param places that are free, each to be taken once */
    Visits(Generator generator, People people, List<Place> places) {
        this.generator = generator;
        this.people = people;
        this.places = places;
    }

    private static List<String> questions() {
        try {
            return Files.readAllLines(Path.of("src/test/resources/law/questions.csv")).stream()
                    .skip(1)
                    .map(line -> line.split(",")[2])
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Twenty advisors, each with the next time they have. */
    Future<Answer> whoIsFree() {
        return get(SERVICE + "?after=" + any(places).bookable(), Map.of());
    }

    /** All that one advisor has free in two weeks. */
    Future<Answer> slots() {
        return get(SERVICE + "/" + any(places).bookable() + "/slots", Map.of());
    }

    /** Keeps a place and confirms it, as a phone does. */
    Future<Answer> book() {
        Place place = places.get(next++);
        String session = whoCan(place);
        JsonObject wish = new JsonObject()
                .put("bookable", place.bookable())
                .put("service", "legal-talk")
                .put("mode", "IN_PERSON")
                .put("start", place.at());
        return post(session, "/mini/v1/bookings", wish).compose(held -> {
            if (held.status() != 201) {
                return Future.succeededFuture(held);
            }
            String id = held.body().toJsonObject().getString("id");
            booked.add(new Booked(session, id));
            return post(session, "/mini/v1/bookings/" + id + "/confirmation", new JsonObject().put("note", "房屋租赁合同到期,押金不退,想问怎么要回来。"));
        });
    }

    /** One after the other, who is not elsewhere then and has not too many. */
    private String whoCan(Place place) {
        while (true) {
            String session = people.resident();
            Set<String> taken = busy.computeIfAbsent(session, ignored -> new HashSet<>());
            if (taken.size() < MOST_OPEN && taken.add(place.at())) {
                return session;
            }
        }
    }

    /** What was booked has been cancelled: everybody may book again. */
    void everybodyIsFree() {
        busy.clear();
    }

    /** One row by its key, with the row it refers to, for its owner alone. */
    Future<Answer> oneBooking() {
        Booked one = any(booked);
        return get("/mini/v1/bookings/" + one.id(), Map.of("Authorization", one.session()));
    }

    /** One of the hundred everyday questions. */
    Future<Answer> law() {
        return get("/mini/v1/laws?q=" + URLEncoder.encode(any(questions), StandardCharsets.UTF_8), Map.of());
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private Future<Answer> get(String uri, Map<String, String> headers) {
        return generator.send(HttpMethod.GET, uri, headers, null);
    }

    private Future<Answer> post(String session, String uri, JsonObject typed) {
        Map<String, String> headers = Map.of(
                "Authorization", session, "Content-Type", "application/json", "Idempotency-Key", UUID.randomUUID().toString());
        return generator.send(HttpMethod.POST, uri, headers, Buffer.buffer(typed.encode()));
    }
}
