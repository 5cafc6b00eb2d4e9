package cn.shiyu.booking;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Tells whoever attached something to a booking what became of it. */
@ApplicationScoped
class BookingWatchers {

    @All
    @Inject
    List<BookingWatcher> watchers;

    Uni<Void> tell(OpenAgenda open, Booking booking) {
        BookingSubject subject = booking.subject();
        if (subject == null) {
            return Uni.createFrom().voidItem();
        }
        BookingWatcher.Change change = new BookingWatcher.Change(
                booking.id(), booking.start(), booking.end(), !booking.status().takesTime() && !booking.status().isOver()
                        || booking.status() == BookingStatus.CANCELLED);
        return watchers.stream()
                .filter(watcher -> watcher.type().equals(subject.type()))
                .findFirst()
                .map(watcher -> watcher.changed(open.connection(), open.tenant(), subject.id(), change))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
