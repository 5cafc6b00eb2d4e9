package cn.shiyu.agreement;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** What stands for a person under a text: drawn with a finger, or their name typed by who cannot draw. */
record Signature(byte[] bytes, boolean drawn) {

    private static final String PREFIX = "data:image/png;base64,";
    private static final int MOST = 300_000;
    private static final int WIDEST = 2_000;
    private static final int INK = 120;

    /**
     * @param picture a PNG as a data address, or blank
     * @param typed the name, where there is no picture
     * @param name as it stands in the agreement
     * @throws cn.shiyu.platform.problem.Refusal 422 {@code signature} when there is neither, or nothing was drawn, or it is another's name
     */
    static Signature of(String picture, String typed, String name) {
        if (picture != null && picture.startsWith(PREFIX)) {
            return drawn(picture.substring(PREFIX.length()));
        }
        String written = typed == null ? "" : typed.strip();
        if (written.isEmpty()) {
            throw AgreementRefusals.field("signature", "signature");
        }
        if (!written.equals(name)) {
            throw AgreementRefusals.field("signature", "signatureName", name);
        }
        return new Signature(written.getBytes(StandardCharsets.UTF_8), false);
    }

    private static Signature drawn(String base64) {
        if (base64.length() > MOST) {
            throw AgreementRefusals.field("signature", "signatureLarge");
        }
        try {
            byte[] png = Base64.getDecoder().decode(base64);
            if (ink(small(png)) < INK) {
                throw AgreementRefusals.field("signature", "signature");
            }
            return new Signature(png, true);
        } catch (IOException | IllegalArgumentException e) {
            throw AgreementRefusals.field("signature", "signature");
        }
    }

    /** The picture, once its size is known to be a signature's: a few bytes may unpack to very many. */
    private static BufferedImage small(byte[] png) throws IOException {
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(png))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new IllegalArgumentException("no picture");
            }
            ImageReader reader = readers.next();
            reader.setInput(stream);
            if (reader.getWidth(0) > WIDEST || reader.getHeight(0) > WIDEST) {
                throw AgreementRefusals.field("signature", "signatureLarge");
            }
            return reader.read(0);
        }
    }

    /** How many points are neither clear nor white. */
    private static int ink(BufferedImage image) {
        int ink = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int argb = image.getRGB(x, y);
                ink += (argb >>> 24) > 0x40 && (argb & 0xff) < 0xb0 ? 1 : 0;
            }
        }
        return ink;
    }
}
