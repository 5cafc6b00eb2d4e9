package cn.shiyu.casework.console;

import cn.shiyu.casework.CaseView;
import cn.shiyu.casework.ContactFlow;
import cn.shiyu.casework.TimeLineEntry;
import cn.shiyu.clock.ClockState;
import cn.shiyu.clock.ClockView;
import cn.shiyu.platform.files.FileRef;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.Photo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One case page, ready to be shown.
 *
 * @param act noun of the step whose form is open, empty when none is
 * @param form of that step: filled from the case, or as it was typed and refused
 * @param choices null when no form is open
 * @param contact unmasked, on the one page that was asked for it; otherwise null
 * @param lost what was typed into a form that is no longer offered
 */
record CaseSheet(
        CaseView view,
        List<DeskButton> buttons,
        String act,
        Form form,
        CaseChoices choices,
        ContactFlow.Contact contact,
        List<String> lost) {

    public String address() {
        return "/console/cases/" + view.number();
    }

    /** Whether anything is there to reach the person by, and may be known here. */
    public boolean knowsWho() {
        boolean further = view.origin() != null && !view.origin().contacts().isEmpty();
        return view.contactName() != null || view.contactPhone() != null || further;
    }

    public boolean mayCall() {
        return knowsWho() && contact == null && view.may("VIEW_CONTACT");
    }

    public List<TimeLineEntry> newestFirst() {
        return view.timeLine().stream()
                .sorted(Comparator.comparingInt(TimeLineEntry::seq).reversed())
                .toList();
    }

    /** What ends soonest on top; what is no duty last. */
    public List<ClockView> running() {
        return view.clocks().stream()
                .filter(clock -> clock.state() != ClockState.STOPPED)
                .sorted(Comparator.comparing((ClockView clock) -> !clock.kind().isDuty())
                        .thenComparing(ClockView::dueAt))
                .toList();
    }

    public List<ClockView> stopped() {
        return view.clocks().stream()
                .filter(clock -> clock.state() == ClockState.STOPPED)
                .sorted(Comparator.comparing(ClockView::startedAt))
                .toList();
    }

    public List<Photo> photos() {
        List<Photo> photos = new ArrayList<>();
        view.files().stream().filter(FileRef::isPhoto).forEach(file -> photos.add(
                new Photo(file.url(), file.thumbUrl(), Messages.get("console.photo", photos.size() + 1))));
        return photos;
    }

    public List<FileRef> sounds() {
        return view.files().stream().filter(file -> !file.isPhoto()).toList();
    }

    public String place() {
        return view.address() == null ? view.region() : view.region() + " " + view.address();
    }
}
