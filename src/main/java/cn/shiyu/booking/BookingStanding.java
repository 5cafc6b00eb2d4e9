package cn.shiyu.booking;

/** How the one who acts stands to a booking. */
enum BookingStanding {
    /** The resident who booked. */
    OWNER,
    /** Who is booked, or who sits at the place's unit. */
    PROVIDER,
    /** Time, or the rota. */
    SYSTEM
}
