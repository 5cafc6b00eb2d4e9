package cn.shiyu.platform.files;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pixels to pixels and pixels to bytes. */
final class Canvas {

    private static final String PNG = "image/png";
    private static final float GOOD = 0.88f;

    private Canvas() {}

    /** As 8-bit sRGB, whatever profile or depth it came in; PNG keeps what is see-through. */
    static BufferedImage plain(BufferedImage image, String mediaType) {
        boolean seeThrough = PNG.equals(mediaType) && image.getColorModel().hasAlpha();
        return draw(image, image.getWidth(), image.getHeight(), seeThrough);
    }

    /** So that no side is longer; a smaller one stays. On white, since JPEG knows nothing see-through. */
    static BufferedImage shrink(BufferedImage image, int longest) {
        BufferedImage smaller = image;
        // Halving first: one big step would skip most pixels and leave a coarse picture.
        while (Math.max(smaller.getWidth(), smaller.getHeight()) >= 2 * longest) {
            smaller = draw(smaller, half(smaller.getWidth()), half(smaller.getHeight()), false);
        }
        double scale = Math.min(1.0, (double) longest / Math.max(smaller.getWidth(), smaller.getHeight()));
        return draw(smaller, scaled(smaller.getWidth(), scale), scaled(smaller.getHeight(), scale), false);
    }

    static byte[] write(BufferedImage image, String mediaType) throws IOException {
        return PNG.equals(mediaType) ? png(image) : jpeg(image, GOOD);
    }

    static byte[] jpeg(BufferedImage image, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", output);
        }
        return bytes.toByteArray();
    }

    private static BufferedImage draw(BufferedImage image, int width, int height, boolean seeThrough) {
        BufferedImage drawn =
                new BufferedImage(width, height, seeThrough ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        if (seeThrough) {
            pen.drawImage(image, 0, 0, width, height, null);
        } else {
            pen.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        }
        pen.dispose();
        return drawn;
    }

    private static int half(int side) {
        return Math.max(1, side / 2);
    }

    private static int scaled(int side, double scale) {
        return Math.max(1, (int) Math.round(side * scale));
    }
}
