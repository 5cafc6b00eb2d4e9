package cn.shiyu.booking.console;

import cn.shiyu.booking.BookingAction;
import cn.shiyu.booking.BookingStatus;
import cn.shiyu.booking.BookingView;
import cn.shiyu.booking.DeskQueries;
import java.time.Instant;
import java.util.List;

/** One booking of a day with the buttons it has now. @param acts plain ones, the nearest first @param cancellable behind a question */
record DeskItem(BookingView view, List<BookingAction> acts, boolean cancellable) {

    static DeskItem of(BookingView view, Instant now) {
        List<BookingAction> all = DeskQueries.acts(view.status());
        List<BookingAction> plain = all.stream()
                .filter(act -> act != BookingAction.CANCEL)
                // Nobody stays away from what has not begun.
                .filter(act -> act != BookingAction.MISS || !now.isBefore(view.start()))
                .toList();
        return new DeskItem(view, plain, all.contains(BookingAction.CANCEL));
    }

    public boolean isDisplaced() {
        return view.status() == BookingStatus.DISPLACED;
    }
}
