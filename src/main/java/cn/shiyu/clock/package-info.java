/**
 * Clocks (时限): working calendars, limits, and the several clocks that run on one subject. Counting is plain Java with
 * the time passed in; {@link cn.shiyu.clock.Clocks} stores it inside the caller's transaction; {@link
 * cn.shiyu.clock.DeadlineSweeper} notices what is due. How days are counted, and by which law: docs/clocks.md.
 */
package cn.shiyu.clock;
