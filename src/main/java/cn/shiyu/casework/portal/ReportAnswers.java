package cn.shiyu.casework.portal;

import cn.shiyu.casework.CaseDraft;
import cn.shiyu.casework.Submission;
import cn.shiyu.platform.web.Photo;
import java.util.List;

/** The answers as they are read back before they are sent, codes as words. @param topic null: the city decides */
record ReportAnswers(CaseDraft draft, Submission typed, String kind, String topic, String region) {

    public List<Photo> photos() {
        return ReportPhotos.of(draft);
    }

    public long sounds() {
        return draft.files().stream().filter(file -> !file.isPhoto()).count();
    }

    public boolean hasPoint() {
        return typed.lng() != null;
    }
}
