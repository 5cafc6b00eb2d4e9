package cn.shiyu.booking.hall;

/** What is done with a number at a window. */
public enum TicketAction {
    /** 叫号, and calling back somebody who was not there */
    CALL("TicketCalled"),
    /** 重呼 */
    CALL_AGAIN("TicketCalledAgain"),
    /** 过号 */
    SKIP("TicketSkipped"),
    /** 办结 */
    FINISH("TicketDone");

    private final String event;

    TicketAction(String event) {
        this.event = event;
    }

    String event() {
        return event;
    }
}
