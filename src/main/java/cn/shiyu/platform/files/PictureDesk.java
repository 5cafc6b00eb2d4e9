package cn.shiyu.platform.files;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Opens pictures and writes them anew, so that nothing survives but what the eye sees. Blocking and heavy: on a
 * worker thread only.
 */
final class PictureDesk {

    /**
     * No phone's usual picture has more; a bomb of a few kilobytes may. Read from the header, before anything is
     * decoded.
     */
    static final long MOST_PIXELS = 50_000_000;

    /** Larger pictures are halved (or thirded…) while being read: evidence needs no more, and memory stays bounded. */
    static final int LONGEST_SIDE = 4096;

    static final int THUMB_SIDE = 480;

    private PictureDesk() {}

    /** @throws UploadRefused when it has too many pixels or does not decode */
    static Picture clean(String field, byte[] upload, String mediaType) {
        try {
            BufferedImage image = Upright.turn(read(field, upload, mediaType), Upright.orientation(upload));
            byte[] bytes = Canvas.write(image, mediaType);
            byte[] thumb = Canvas.jpeg(Canvas.shrink(image, THUMB_SIDE), 0.8f);
            return new Picture(bytes, thumb, image.getWidth(), image.getHeight());
        } catch (IOException | RuntimeException e) {
            // The readers of the JDK throw whatever they stumble over: for the sender it is one thing, a broken
            // picture.
            throw e instanceof UploadRefused refused ? refused : UploadRefused.broken(field);
        }
    }

    private static BufferedImage read(String field, byte[] upload, String mediaType) throws IOException {
        ImageReader reader = reader(mediaType);
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(upload))) {
            reader.setInput(input, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > MOST_PIXELS) {
                throw UploadRefused.tooManyPixels(field);
            }
            return Canvas.plain(reader.read(0, everyNth(reader, Math.max(width, height))), mediaType);
        } finally {
            reader.dispose();
        }
    }

    private static ImageReadParam everyNth(ImageReader reader, int longest) {
        int step = (longest + LONGEST_SIDE - 1) / LONGEST_SIDE;
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return param;
    }

    private static ImageReader reader(String mediaType) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(mediaType);
        return readers.next();
    }
}
