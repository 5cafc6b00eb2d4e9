/**
 * Uploads (附件): checked by content, cleaned of what a picture says beside the picture, kept by key, given out only
 * to whom the subject they are attached to is open.
 */
package cn.shiyu.platform.files;
