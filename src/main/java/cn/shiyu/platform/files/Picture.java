package cn.shiyu.platform.files;

/** A picture that is nothing but a picture: upright, without EXIF or place; and the small one for lists. */
record Picture(byte[] bytes, byte[] thumb, int width, int height) {}
