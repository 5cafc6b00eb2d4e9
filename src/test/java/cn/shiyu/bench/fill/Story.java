package cn.shiyu.bench.fill;

import cn.shiyu.casework.GeneratedCase;
import cn.shiyu.casework.RatingLevel;
import cn.shiyu.casework.Submission;
import cn.shiyu.category.Category;
import cn.shiyu.identity.Caller;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Tells one case's life up to now: the old ones are over, those of the last days stand where their age has brought them. */
final class Story {

    private static final List<String> KINDS = List.of(
            "REQUEST", "REQUEST", "REQUEST", "REQUEST", "COMPLAINT", "COMPLAINT", "HAZARD", "QUESTION", "SUGGESTION", "HELP");

    private final Cast cast;
    private final Random random;
    private final Texts texts;
    private final List<UUID> residents;
    private final Instant now;

    Story(Cast cast, Random random, List<UUID> residents, Instant now) {
        this.cast = cast;
        this.random = random;
        this.texts = new Texts(random);
        this.residents = residents;
        this.now = now;
    }

    GeneratedCase tell(LocalDate day, int serial, Instant at) {
        Category topic = cast.topics.get(random.nextInt(cast.topics.size()));
        Cast.Place place = cast.places.get(random.nextInt(cast.places.size()));
        Caller resident = cast.resident(residents.get(random.nextInt(residents.size())).toString());
        GeneratedCase told = new GeneratedCase(
                cast.city, cast.calendar, day, serial, resident, submission(topic, place), Cast.CENTRE, at);
        live(told, topic, resident, at);
        return told;
    }

    private Submission submission(Category topic, Cast.Place place) {
        return new Submission(
                KINDS.get(random.nextInt(KINDS.size())),
                topic.code(),
                texts.subject(topic),
                texts.body(place.name(), topic),
                place.code(),
                texts.address(),
                null,
                null,
                List.of(),
                random.nextInt(20) == 0 ? "CONFIDENTIAL" : "PUBLIC",
                random.nextInt(10) == 0,
                null,
                null);
    }

    private void live(GeneratedCase told, Category topic, Caller resident, Instant submitted) {
        Instant at = after(submitted, Duration.ofMinutes(5), Duration.ofMinutes(100));
        int fate = random.nextInt(100);
        if (at.isAfter(now)) {
            return;
        }
        if (fate < 3) {
            told.refuse(cast.dispatcher, at, "不属于本市受理范围,请向有权处理的机关提出。");
            return;
        }
        told.accept(cast.dispatcher, at);
        at = after(at, Duration.ofMinutes(10), Duration.ofMinutes(150));
        if (at.isAfter(now)) {
            return;
        }
        String lead = topic.leads().get(random.nextInt(topic.leads().size()));
        told.dispatch(cast.dispatcher, at, lead, texts.note());
        at = after(at, Duration.ofMinutes(30), Duration.ofHours(20));
        if (at.isAfter(now)) {
            return;
        }
        told.start(cast.handlerOf(lead), at, texts.contact());
        at = after(at, Duration.ofHours(6), Duration.ofHours(fate < 20 ? 190 : 120));
        if (at.isAfter(now)) {
            return;
        }
        end(told, topic, resident, lead, at);
    }

    private void end(GeneratedCase told, Category topic, Caller resident, String lead, Instant finished) {
        told.finish(cast.handlerOf(lead), finished, texts.reply(topic));
        Instant at = after(finished, Duration.ofHours(4), Duration.ofHours(48));
        if (at.isAfter(now)) {
            return;
        }
        told.followUp(cast.agent, at, "群众表示满意。");
        at = after(at, Duration.ofHours(1), Duration.ofHours(72));
        if (at.plusSeconds(900).isAfter(now)) {
            return;
        }
        if (random.nextInt(3) > 0) {
            told.rate(resident, at, random.nextBoolean() ? RatingLevel.VERY_SATISFIED : RatingLevel.SATISFIED);
        }
        told.close(cast.agent, at.plusSeconds(600));
        if (random.nextInt(5) == 0) {
            told.publish(at.plusSeconds(900));
        }
    }

    private Instant after(Instant from, Duration least, Duration most) {
        return from.plusMillis(least.toMillis() + (long) (random.nextDouble() * (most.toMillis() - least.toMillis())));
    }
}
