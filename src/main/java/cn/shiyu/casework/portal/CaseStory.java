package cn.shiyu.casework.portal;

import cn.shiyu.casework.CaseStatus;
import cn.shiyu.casework.CaseView;
import cn.shiyu.casework.TimeLineEntry;
import cn.shiyu.clock.ClockState;
import cn.shiyu.clock.ClockView;
import cn.shiyu.platform.files.FileRef;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.Photo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * One case as the resident reads it: where it is, who has it since when, by when, and what was said.
 *
 * @param files that this reader may open; none for who only holds number and code
 */
record CaseStory(CaseView view, List<FileRef> files) {

    static CaseStory ofOwner(CaseView view) {
        return new CaseStory(view, view.files());
    }

    static CaseStory ofCodeHolder(CaseView view) {
        return new CaseStory(view, List.of());
    }

    /** For a form about to be shown: sent three times it counts once. */
    public String onceKey() {
        return IdempotencyKey.fresh().value();
    }

    /** With the centre: no unit has taken it over yet, or the unit has answered and others ask how it went. */
    private static final Set<CaseStatus> AT_CENTRE = EnumSet.of(
            CaseStatus.SUBMITTED,
            CaseStatus.ACCEPTED,
            CaseStatus.RETURN_DISPUTED,
            CaseStatus.FINISHED,
            CaseStatus.FOLLOWED_UP);
    /** The resident's own words move nothing. */
    private static final Set<String> NO_MOVE = Set.of("WordsAdded", "CaseUrged");
    /** Ended before its time: not every step was gone. */
    private static final Set<CaseStatus> CUT_SHORT = EnumSet.of(CaseStatus.REFUSED, CaseStatus.WITHDRAWN);

    /** One of the five steps. @param state done, now or todo */
    record Mark(int number, String name, String state) {}

    public List<Mark> marks() {
        return IntStream.rangeClosed(1, 5).mapToObj(this::mark).toList();
    }

    private Mark mark(int number) {
        int reached = CUT_SHORT.contains(view.status()) ? 1 : view.status().step();
        boolean over = view.status() == CaseStatus.CLOSED;
        String state = number < reached || over ? "done" : number == reached ? "now" : "todo";
        return new Mark(number, Messages.get("casework.step." + number), state);
    }

    public boolean cutShort() {
        return CUT_SHORT.contains(view.status());
    }

    public String holder() {
        return AT_CENTRE.contains(view.status()) || view.lead() == null ? view.centre() : view.lead();
    }

    public Instant since() {
        return view.timeLine().stream()
                .filter(entry -> !NO_MOVE.contains(entry.type()))
                .map(TimeLineEntry::at)
                .max(Comparator.naturalOrder())
                .orElse(view.submittedAt());
    }

    /** What comes next, in a sentence. */
    public String next() {
        return Messages.get("mine.next." + view.status());
    }

    public List<ClockView> clocks() {
        return view.clocks().stream().filter(clock -> clock.state() != ClockState.STOPPED).toList();
    }

    /** The clock that ends first, null when none runs. */
    public ClockView by() {
        return clocks().stream()
                .filter(clock -> clock.state() == ClockState.RUNNING)
                .min(Comparator.comparing(ClockView::dueAt))
                .orElse(null);
    }

    /** What was typed belongs to the one form that came back; several forms of a page share names. */
    public Form formFor(String turn, String came, Form form) {
        return turn.equals(came) ? form : Form.empty();
    }

    public List<TimeLineEntry> newestFirst() {
        return view.timeLine().stream()
                .sorted(Comparator.comparingInt(TimeLineEntry::seq).reversed())
                .toList();
    }

    public List<Photo> photos() {
        List<Photo> photos = new ArrayList<>();
        files.stream().filter(FileRef::isPhoto).forEach(file -> photos.add(
                new Photo(file.url(), file.thumbUrl(), Messages.get("report.photo", photos.size() + 1))));
        return photos;
    }

    public List<FileRef> sounds() {
        return files.stream().filter(file -> !file.isPhoto()).toList();
    }

    public boolean hasPoint() {
        return view.lng() != null;
    }

    public String place() {
        return view.address() == null ? view.region() : view.region() + " " + view.address();
    }
}
