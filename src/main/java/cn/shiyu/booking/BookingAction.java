package cn.shiyu.booking;

/** What can be done with a booking that is there. */
public enum BookingAction {
    CONFIRM("BookingConfirmed"),
    LAPSE("BookingLapsed"),
    MOVE("BookingMoved"),
    CANCEL("BookingCancelled"),
    DISPLACE("BookingDisplaced"),
    CHECK_IN("BookingCheckedIn"),
    START("BookingStarted"),
    FINISH("BookingFinished"),
    MISS("BookingMissed"),
    /** 撤销未到: somebody marked the wrong person, or the person was right to object */
    FORGIVE("BookingForgiven");

    private final String event;

    BookingAction(String event) {
        this.event = event;
    }

    /** The fact it leaves in the event log. */
    String event() {
        return event;
    }
}
