package cn.shiyu.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    private static final int SCALE = 8;
    private static final Pattern STRIPE = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");
    private static final Pattern BOX = Pattern.compile("viewBox=\"0 0 (\\d+) (\\d+)\"");

    @Test
    void isReadBackWordForWord() throws Exception {
        String content = "https://jieshou.example/bank/check?a=0197&c=482913&说=你好";

        assertThat(read(QrCode.svg(content, "签到码"))).isEqualTo(content);
    }

    @Test
    void saysWhatItIsAndNotWhatItHolds() {
        String svg = QrCode.svg("secret-482913", "签到 \"码\" <1>");

        assertThat(svg).contains("role=\"img\"").contains("aria-label=\"签到 &quot;码&quot; &lt;1>\"").doesNotContain("482913");
    }

    @Test
    void refusesWhatNoCodeCanHold() {
        assertThatThrownBy(() -> QrCode.svg("x".repeat(5_000), "码")).isInstanceOf(IllegalArgumentException.class);
    }

    /** Paints the stripes as a browser would, and holds a reader before it. */
    private static String read(String svg) throws Exception {
        Matcher box = BOX.matcher(svg);
        assertThat(box.find()).isTrue();
        int size = Integer.parseInt(box.group(1)) * SCALE;
        int[] pixels = new int[size * size];
        Arrays.fill(pixels, 0xffffff);
        Matcher stripe = STRIPE.matcher(svg);
        while (stripe.find()) {
            paint(pixels, size, List.of(stripe.group(1), stripe.group(2), stripe.group(3)).stream().mapToInt(Integer::parseInt).toArray());
        }
        BinaryBitmap picture = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(size, size, pixels)));
        return new QRCodeReader()
                .decode(picture, Map.of(DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.QR_CODE)))
                .getText();
    }

    private static void paint(int[] pixels, int size, int[] stripe) {
        for (int y = stripe[1] * SCALE; y < (stripe[1] + 1) * SCALE; y++) {
            Arrays.fill(pixels, y * size + stripe[0] * SCALE, y * size + (stripe[0] + stripe[2]) * SCALE, 0);
        }
    }
}
