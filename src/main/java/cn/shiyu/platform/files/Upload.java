package cn.shiyu.platform.files;

import java.io.IOException;
import java.nio.file.Files;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/**
 * An upload that passed: cleaned and ready to be kept.
 *
 * @param thumb null for sound
 */
record Upload(String mediaType, byte[] bytes, byte[] thumb, Integer width, Integer height) {

    /** Blocking: on a worker thread only. @throws UploadRefused naming the field when it does not pass */
    static Upload check(FileUpload sent, UploadRules rules) throws IOException {
        String field = sent.name();
        if (sent.size() == 0) {
            throw UploadRefused.empty(field);
        }
        MediaKind.Found found = MediaKind.of(sent.uploadedFile());
        return switch (found.kind()) {
            case PHOTO -> photo(sent, found.mediaType(), rules);
            case SOUND -> sound(sent, found.mediaType(), rules);
            case OTHER_PICTURE -> throw UploadRefused.otherPicture(field);
            case UNKNOWN -> throw UploadRefused.unknownType(field);
        };
    }

    private static Upload photo(FileUpload sent, String mediaType, UploadRules rules) throws IOException {
        if (sent.size() > rules.photoBytes()) {
            throw UploadRefused.photoTooLarge(sent.name(), rules.photoMegabytes());
        }
        Picture picture = PictureDesk.clean(sent.name(), Files.readAllBytes(sent.uploadedFile()), mediaType);
        return new Upload(mediaType, picture.bytes(), picture.thumb(), picture.width(), picture.height());
    }

    private static Upload sound(FileUpload sent, String mediaType, UploadRules rules) throws IOException {
        if (sent.size() > rules.soundBytes()) {
            throw UploadRefused.soundTooLarge(sent.name(), rules.soundMegabytes());
        }
        return new Upload(mediaType, Files.readAllBytes(sent.uploadedFile()), null, null, null);
    }
}
