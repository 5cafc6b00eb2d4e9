package cn.shiyu.moralbank.deed;

import cn.shiyu.clock.Calendars;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Role;
import cn.shiyu.moralbank.member.MemberQueries;
import cn.shiyu.moralbank.member.MemberRefusals;
import cn.shiyu.moralbank.volunteering.VolunteeringSettings;
import cn.shiyu.organisation.UnitDirectory;
import cn.shiyu.organisation.Units;
import cn.shiyu.platform.crypto.BlindIndex;
import cn.shiyu.platform.crypto.Purpose;
import cn.shiyu.platform.files.FileFlow;
import cn.shiyu.platform.files.FileQueries;
import cn.shiyu.platform.files.FileRef;
import cn.shiyu.platform.idempotency.Idempotency;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.FieldError;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.region.RegionLevel;
import cn.shiyu.region.Regions;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantSql;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Telling of a good deed: one's own goes to the committee, another's waits for who did it. */
@ApplicationScoped
public class TellFlow {

    static final String FILES = "deed";

    private static final int WORDS = 1_000;
    private static final int PHOTOS = 3;
    private static final int BACK_DAYS = 90;
    private static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private static final int CODE_LETTERS = 8;

    private final SecureRandom random = new SecureRandom();

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    Calendars calendars;

    @Inject
    Regions regions;

    @Inject
    Units units;

    @Inject
    MemberQueries members;

    @Inject
    BlindIndex index;

    @Inject
    Idempotency idempotency;

    @Inject
    FileFlow files;

    @Inject
    FileQueries stored;

    @Inject
    DeedStep step;

    /** @param claim for who did it, shown this once; null for one's own and for a repeat */
    public record Told(UUID id, String claim, boolean replayed) {}

    private record Checked(String kind, String region, String unit, LocalDate day, String words, String phone) {

        boolean own() {
            return phone == null;
        }
    }

    /** As {@link #tell} with photos of a form's field {@code photos}. */
    public Uni<Told> tell(Caller member, IdempotencyKey key, Tale typed, List<FileUpload> photos) {
        City city = cities.byId(member.tenant());
        Checked it = checked(city, typed);
        refuseIfTooMany(photos.stream().filter(one -> one.size() > 0).count());
        return files.acceptAll(member, "photos", photos)
                .chain(kept -> tell(member, key, city, it, kept.stream().map(FileRef::id).toList()));
    }

    /**
     * @param photos the teller's own uploads, three at most
     * @throws Refusal 409 {@code not-a-member}, {@code no-committee}; 422 naming fields; 429-like 409 {@code enough-today}
     */
    public Uni<Told> tellWith(Caller member, IdempotencyKey key, Tale typed, List<UUID> photos) {
        City city = cities.byId(member.tenant());
        Checked it = checked(city, typed);
        refuseIfTooMany(photos.size());
        return tell(member, key, city, it, photos);
    }

    private static void refuseIfTooMany(long photos) {
        if (photos > PHOTOS) {
            throw DeedRefusals.field("photos", "deed.photos");
        }
    }

    private Uni<Told> tell(Caller member, IdempotencyKey key, City city, Checked it, List<UUID> photos) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        String claim = it.own() ? null : code();
        return sql.inTx(city.id(), connection -> idempotency
                .once(
                        connection, member, key,
                        IdempotencyKey.digest("tell-deed", it.kind(), it.region(), it.day(), it.words(), it.phone(), photos.size()),
                        () -> keep(connection, city, member, id, it, claim, photos).replaceWith(id.toString()))
                .map(done -> new Told(UUID.fromString(done.reference()), done.replayed() ? null : claim, done.replayed())));
    }

    private Uni<Void> keep(SqlConnection connection, City city, Caller member, UUID id, Checked it, String claim, List<UUID> photos) {
        Statements on = Statements.on(connection);
        UUID teller = UUID.fromString(member.id());
        Instant now = step.now();
        VolunteeringSettings settings = VolunteeringSettings.of(city);
        return members.lock(connection, city.id(), teller)
                .invoke(found -> found.orElseThrow(MemberRefusals::notMember))
                .chain(() -> Deeds.told(on, city.id(), teller, now.minus(Duration.ofDays(1))))
                .invoke(told -> {
                    if (told >= settings.deedsADay()) {
                        throw DeedRefusals.conflict("enough-today", "deed.enough", settings.deedsADay());
                    }
                })
                .chain(() -> Deeds.add(on, city.id(), deed(city, teller, id, it, claim, now), words(city, it.words())))
                .chain(() -> files.attach(connection, member, "photos", photos, FILES, id))
                .chain(() -> photographed(connection, city, id, photos))
                .chain(() -> step.happened(
                        connection, member, it.unit(), id, "DeedTold",
                        Map.of("kind", it.kind(), "own", it.own(), "photos", photos.size()), now));
    }

    private Deed deed(City city, UUID teller, UUID id, Checked it, String claim, Instant now) {
        return new Deed(
                id, it.kind(), it.region(), it.unit(), it.day(), step.seal(city.id(), id, "words", it.words()), teller,
                it.own() ? teller : null, it.own(), it.own() ? null : phone(city, it.phone()), claim == null ? null : claim(city, claim), 0,
                it.own() ? null : calendars.of(city).plus(now, VolunteeringSettings.of(city).claim()),
                it.own() ? DeedStatus.REVIEW : DeedStatus.CLAIMING, now, null, null, null, null, false, null, null, null, null);
    }

    private Uni<Void> photographed(SqlConnection connection, City city, UUID id, List<UUID> photos) {
        Statements on = Statements.on(connection);
        return stored.digests(connection, city.id(), photos).chain(digests -> Multi.createFrom()
                .iterable(digests.entrySet())
                .onItem()
                .transformToUniAndConcatenate(one -> Deeds.photo(on, city.id(), id, one.getKey(), one.getValue()))
                .collect()
                .last()
                .replaceWithVoid());
    }

    private Checked checked(City city, Tale typed) {
        List<FieldError> wrong = new ArrayList<>();
        LocalDate today = calendars.of(city).date(step.now());
        LocalDate day = day(typed.day());
        String words = typed.words() == null ? "" : typed.words().strip();
        String phone = typed.phone() == null || typed.phone().isBlank() ? null : digits(typed.phone());
        boolean placed = regions.of(city).find(typed.region())
                .filter(one -> one.level() == RegionLevel.TOWNSHIP || one.level() == RegionLevel.VILLAGE)
                .isPresent();
        refuse(wrong, "kind", VolunteeringSettings.of(city).deed(typed.kind()).isEmpty());
        refuse(wrong, "township", !placed);
        refuse(wrong, "day", day == null || day.isAfter(today) || day.isBefore(today.minusDays(BACK_DAYS)));
        refuse(wrong, "words", words.isEmpty() || words.length() > WORDS);
        refuse(wrong, "phone", phone != null && !phone.matches("1[3-9]\\d{9}"));
        if (!wrong.isEmpty()) {
            throw Refusal.badInput(wrong);
        }
        return new Checked(typed.kind(), typed.region(), committee(city, typed.region()), day, words, phone);
    }

    /** The nearest unit upwards where at least two review. */
    private String committee(City city, String region) {
        UnitDirectory directory = units.of(city);
        return Stream.iterate(Optional.of(directory.centreOf(region)), Optional::isPresent,
                        unit -> directory.centreAbove(unit.get().code()))
                .map(unit -> unit.get().code())
                .filter(unit -> directory.staffOf(unit).stream().filter(one -> one.holds(Role.COMMITTEE, unit)).count() > 1)
                .findFirst()
                .orElseThrow(() -> DeedRefusals.conflict("no-committee", "deed.noCommittee"));
    }

    private static void refuse(List<FieldError> wrong, String field, boolean when) {
        if (when) {
            wrong.add(new FieldError(field, Messages.get("earn.refusal.deed." + field)));
        }
    }

    private static LocalDate day(String text) {
        try {
            return text == null ? null : LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            return null;
        }
    }

    private String code() {
        return random.ints(CODE_LETTERS, 0, LETTERS.length())
                .mapToObj(at -> String.valueOf(LETTERS.charAt(at)))
                .collect(Collectors.joining());
    }

    byte[] claim(City city, String code) {
        String plain = code == null ? "" : code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return index.digest(city.id(), Purpose.SECRET, "deed-claim:" + plain);
    }

    byte[] phone(City city, String phone) {
        return index.digest(city.id(), Purpose.CONTACT, digits(phone));
    }

    /** The same whatever the spaces and stops. */
    private byte[] words(City city, String words) {
        return index.digest(city.id(), Purpose.CONFIDENCE, words.replaceAll("[^\\p{L}\\p{N}]", ""));
    }

    private static String digits(String phone) {
        return (phone == null ? "" : phone).replaceAll("[\\s\\-—()（）]", "").replaceFirst("^(\\+|00)86", "");
    }
}
