package cn.shiyu.moralbank.volunteering;

import cn.shiyu.organisation.Unit;
import cn.shiyu.organisation.Units;
import cn.shiyu.region.Region;
import cn.shiyu.region.Regions;
import cn.shiyu.tenancy.City;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** Makes of rows what people read. */
@ApplicationScoped
class ActivityViews {

    @Inject
    Units units;

    @Inject
    Regions regions;

    /** @param own the reader's place, null for none @param ahead how many wait before them, null where they do not wait */
    ActivityView view(City city, Activity it, Place own, Integer ahead, Instant now) {
        VolunteeringSettings settings = VolunteeringSettings.of(city);
        boolean has = own != null && own.state() != Place.State.WITHDRAWN;
        boolean open = it.status() == ActivityStatus.PUBLISHED || it.status() == ActivityStatus.RUNNING;
        return new ActivityView(
                it.id(), it.status(), it.title(), it.words(), it.kind(),
                settings.activity(it.kind()).map(VolunteeringSettings.Kind::name).orElse(it.kind()),
                units.of(city).find(it.unit()).map(Unit::name).orElse(it.unit()), it.place(), it.region(),
                regions.of(city).find(it.region()).map(Region::fullName).orElse(it.region()), it.starts(), it.ends(), it.signUpUntil(),
                it.opens(settings), it.closes(settings), it.capacity(), it.taken(), it.cancelledBecause(),
                has ? own(settings, it, own, ahead, now) : null, open && !has && it.signUpUntil().isAfter(now));
    }

    private static ActivityView.Own own(VolunteeringSettings settings, Activity it, Place own, Integer ahead, Instant now) {
        boolean codes = !now.isBefore(it.opens(settings)) && now.isBefore(it.closes(settings)) && own.isSigned()
                && (it.status() == ActivityStatus.PUBLISHED || it.status() == ActivityStatus.RUNNING);
        boolean before = it.status() == ActivityStatus.PUBLISHED && now.isBefore(it.opens(settings));
        return new ActivityView.Own(
                own.state().name(), ahead, own.in(), own.out(), own.minutes(), own.due() ? null : own.points(), own.capped(), before,
                codes && own.in() == null, codes && own.in() != null && own.out() == null);
    }
}
