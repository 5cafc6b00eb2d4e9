package cn.shiyu.booking;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

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
                booking.id(), booking.bookable(), booking.start(), booking.end(), booking.status(), !booking.status().takesTime() && !booking.status().isOver()
                        || booking.status() == BookingStatus.CANCELLED);
        return of(subject)
                .map(watcher -> watcher.changed(open.connection(), open.tenant(), subject.id(), change))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** The page of what a booking is about, or null. */
    String address(BookingSubject subject) {
        return subject == null ? null : of(subject).map(watcher -> watcher.address(subject.id())).orElse(null);
    }

    private Optional<BookingWatcher> of(BookingSubject subject) {
        return watchers.stream().filter(watcher -> watcher.type().equals(subject.type())).findFirst();
    }
}
