package cn.shiyu.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.GpsDirectory;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureDeskTest {

    private static final String JPEG = "image/jpeg";
    private static final String PNG = "image/png";

    @Test
    void leavesNothingBesideThePicture() throws Exception {
        byte[] upload = Samples.jpegWithExif(40, 20, 1);
        assertThat(metadata(upload).getFirstDirectoryOfType(GpsDirectory.class)).isNotNull();
        Picture clean = PictureDesk.clean("photos", upload, JPEG);
        assertThat(metadata(clean.bytes()).getDirectoriesOfType(ExifDirectoryBase.class))
                .isEmpty();
        assertThat(metadata(clean.thumb()).getDirectoriesOfType(ExifDirectoryBase.class))
                .isEmpty();
    }

    /** Red is left and blue right in the file; where they are to be seen, the notes of a phone decide. */
    @ParameterizedTest
    @CsvSource({
        "1, left",
        "2, right",
        "3, right",
        "4, left",
        "5, top",
        "6, top",
        "7, bottom",
        "8, bottom",
    })
    void turnsThePictureUpright(int orientation, String redIs) throws IOException {
        Picture clean = PictureDesk.clean("photos", Samples.jpegWithExif(64, 32, orientation), JPEG);
        assertThat(clean.width()).isEqualTo(orientation < 5 ? 64 : 32);
        assertThat(clean.height()).isEqualTo(orientation < 5 ? 32 : 64);
        BufferedImage image = read(clean.bytes());
        int x = redIs.equals("left") ? 4 : redIs.equals("right") ? image.getWidth() - 5 : image.getWidth() / 2;
        int y = redIs.equals("top") ? 4 : redIs.equals("bottom") ? image.getHeight() - 5 : image.getHeight() / 2;
        Color seen = new Color(image.getRGB(x, y));
        assertThat(seen.getRed()).isGreaterThan(200);
        assertThat(seen.getBlue()).isLessThan(60);
    }

    @Test
    void makesASmallOneForLists() throws IOException {
        BufferedImage thumb =
                read(PictureDesk.clean("photos", Samples.jpeg(2000, 1000), JPEG).thumb());
        assertThat(thumb.getWidth()).isEqualTo(480);
        assertThat(thumb.getHeight()).isEqualTo(240);
    }

    @Test
    void doesNotBlowUpASmallOne() throws IOException {
        assertThat(read(PictureDesk.clean("photos", Samples.png(30, 20), PNG).thumb())
                        .getWidth())
                .isEqualTo(30);
    }

    @Test
    void keepsTheSeeThroughPartsOfAPng() throws IOException {
        byte[] upload = Samples.encode(new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB), "png");
        BufferedImage clean = read(PictureDesk.clean("photos", upload, PNG).bytes());
        assertThat(clean.getRGB(2, 2) >>> 24).isZero();
    }

    @Test
    void boundsTheSidesOfAHugePhoto() {
        Picture clean = PictureDesk.clean("photos", Samples.jpeg(6000, 600), JPEG);
        assertThat(clean.width()).isEqualTo(3000);
    }

    @Test
    void refusesABombBeforeOpeningIt() {
        assertThatThrownBy(() -> PictureDesk.clean("photos", Samples.bomb(), PNG))
                .isInstanceOfSatisfying(UploadRefused.class, refused -> {
                    assertThat(refused.errors().get(0).field()).isEqualTo("photos");
                    assertThat(refused.errors().get(0).message()).contains("5000 万");
                });
    }

    @Test
    void refusesAPictureThatIsCutOff() {
        byte[] half = Arrays.copyOf(Samples.png(200, 200), 90);
        assertThatThrownBy(() -> PictureDesk.clean("photos", half, PNG))
                .isInstanceOf(UploadRefused.class)
                .extracting(refused -> ((UploadRefused) refused).errors().get(0).message())
                .asString()
                .contains("打不开");
    }

    private static com.drew.metadata.Metadata metadata(byte[] bytes) throws Exception {
        return ImageMetadataReader.readMetadata(new ByteArrayInputStream(bytes));
    }

    private static BufferedImage read(byte[] bytes) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }
}
