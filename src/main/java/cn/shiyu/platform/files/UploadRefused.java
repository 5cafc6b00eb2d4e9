package cn.shiyu.platform.files;

import cn.shiyu.platform.problem.FieldError;
import cn.shiyu.platform.problem.Refusal;
import java.util.List;

/** 422 {@code bad-upload}: the field, what is wrong with its file, and the way out. */
final class UploadRefused extends Refusal {

    private UploadRefused(String field, String message) {
        super(422, "bad-upload", "有文件不能上传,请看下面的提示。", List.of(new FieldError(field, message)));
    }

    static UploadRefused empty(String field) {
        return new UploadRefused(field, "文件是空的,请重新选择。");
    }

    static UploadRefused photoTooLarge(String field, int megabytes) {
        return new UploadRefused(field, "照片不能超过 " + megabytes + " MB,请换小一点的,或在相册里压缩后再试。");
    }

    static UploadRefused soundTooLarge(String field, int megabytes) {
        return new UploadRefused(field, "录音不能超过 " + megabytes + " MB,请分成几段再试。");
    }

    static UploadRefused tooMany(String field, int photos, int sounds) {
        return new UploadRefused(field, "一次最多 " + photos + " 张照片、" + sounds + " 段录音,请去掉一些再试。");
    }

    static UploadRefused unknownType(String field) {
        return new UploadRefused(field, "这个文件不是能识别的照片或录音。照片请用 JPG 或 PNG,录音请用 M4A、MP3、AMR、WAV 或 OGG。");
    }

    /** HEIC and other pictures that most screens cannot show. */
    static UploadRefused otherPicture(String field) {
        return new UploadRefused(field, "暂不支持这种照片格式。苹果手机请在“设置-相机-格式”里选“兼容性最佳”后重拍,或把照片截图后上传。");
    }

    static UploadRefused tooManyPixels(String field) {
        return new UploadRefused(field, "照片的像素太高(超过 5000 万),请把照片截图或压缩后再上传。");
    }

    static UploadRefused broken(String field) {
        return new UploadRefused(field, "这张照片打不开,可能没有传完整。请重新选择,或把照片截图后上传。");
    }

    static UploadRefused gone(String field) {
        return new UploadRefused(field, "有文件已经过期或不属于您,请重新上传。");
    }
}
