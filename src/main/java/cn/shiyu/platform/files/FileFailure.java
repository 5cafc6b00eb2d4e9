package cn.shiyu.platform.files;

/** The file store does not do what it should: a full disk, a missing file. A fault of ours. */
final class FileFailure extends RuntimeException {

    FileFailure(Exception cause) {
        super(cause);
    }
}
