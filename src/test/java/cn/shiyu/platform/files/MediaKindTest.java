package cn.shiyu.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MediaKindTest {

    static Stream<Arguments> uploads() {
        return Stream.of(
                Arguments.of("jpeg", Samples.jpeg(4, 4), MediaKind.PHOTO, "image/jpeg"),
                Arguments.of("png", Samples.png(4, 4), MediaKind.PHOTO, "image/png"),
                Arguments.of("amr", Samples.amr(), MediaKind.SOUND, "audio/amr"),
                Arguments.of("wav", Samples.wav(), MediaKind.SOUND, "audio/wav"),
                Arguments.of("ogg", Samples.ogg(), MediaKind.SOUND, "audio/ogg"),
                Arguments.of("m4a", Samples.m4a(), MediaKind.SOUND, "audio/mp4"),
                Arguments.of("mp3", Samples.mp3(), MediaKind.SOUND, "audio/mpeg"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("uploads")
    void knowsWhatWeTakeByItsFirstBytes(String name, byte[] bytes, MediaKind kind, String mediaType) {
        assertThat(MediaKind.of(bytes)).isEqualTo(new MediaKind.Found(kind, mediaType));
    }

    static Stream<Arguments> others() {
        return Stream.of(
                Arguments.of("heic", Samples.heic(), MediaKind.OTHER_PICTURE),
                Arguments.of("gif", Samples.start("GIF89a", 64), MediaKind.OTHER_PICTURE),
                Arguments.of("webp", Samples.start("RIFF\0\0\0\0WEBPVP8 ", 64), MediaKind.OTHER_PICTURE),
                Arguments.of("zip", Samples.zip(), MediaKind.UNKNOWN),
                Arguments.of("svg", text("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"), MediaKind.UNKNOWN),
                Arguments.of("html", text("<html><script>alert(1)</script></html>"), MediaKind.UNKNOWN),
                Arguments.of("program", Samples.start("MZ", 64), MediaKind.UNKNOWN),
                Arguments.of("nothing", new byte[0], MediaKind.UNKNOWN));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void tellsPicturesWeCannotTakeFromEverythingElse(String name, byte[] bytes, MediaKind kind) {
        assertThat(MediaKind.of(bytes).kind()).isEqualTo(kind);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
