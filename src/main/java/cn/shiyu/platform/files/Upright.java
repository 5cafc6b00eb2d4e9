package cn.shiyu.platform.files;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * Phones write a picture as the sensor saw it and note beside it how it was held. The note is applied, then it
 * goes.
 */
final class Upright {

    private static final int AS_IT_IS = 1;

    private Upright() {}

    /** EXIF's orientation, 1 to 8; 1 where there is none or it cannot be read. */
    static int orientation(byte[] upload) {
        try {
            Metadata metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(upload));
            ExifIFD0Directory exif = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
            Integer orientation = exif == null ? null : exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
            return orientation == null || orientation < 1 || orientation > 8 ? AS_IT_IS : orientation;
        } catch (ImageProcessingException | IOException | RuntimeException e) {
            return AS_IT_IS;
        }
    }

    static BufferedImage turn(BufferedImage image, int orientation) {
        if (orientation == AS_IT_IS) {
            return image;
        }
        boolean lying = orientation >= 5;
        int width = lying ? image.getHeight() : image.getWidth();
        int height = lying ? image.getWidth() : image.getHeight();
        BufferedImage turned = new BufferedImage(width, height, image.getType());
        Graphics2D pen = turned.createGraphics();
        pen.drawImage(image, transform(orientation, width, height), null);
        pen.dispose();
        return turned;
    }

    /** @param width of the turned picture @param height of the turned picture */
    private static AffineTransform transform(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, width, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, width, height);
            default -> new AffineTransform(0, -1, 1, 0, 0, height);
        };
    }
}
