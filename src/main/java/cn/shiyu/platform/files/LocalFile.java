package cn.shiyu.platform.files;

import java.nio.file.Path;

/** Bytes ready to be sent. @param size in bytes */
record LocalFile(Path path, long size) {}
