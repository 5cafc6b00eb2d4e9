package cn.shiyu.casework.portal;

import cn.shiyu.casework.CaseDraft;
import cn.shiyu.casework.DraftFile;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.Photo;
import java.util.ArrayList;
import java.util.List;

/** The photos of a draft as a gallery shows them. */
final class ReportPhotos {

    private ReportPhotos() {}

    static List<Photo> of(CaseDraft draft) {
        List<Photo> photos = new ArrayList<>();
        draft.files().stream().filter(DraftFile::isPhoto).forEach(file -> photos.add(photo(file, photos.size() + 1)));
        return photos;
    }

    private static Photo photo(DraftFile file, int place) {
        String href = "/files/" + file.id();
        return new Photo(href, href + "/thumb", Messages.get("report.photo", place));
    }
}
