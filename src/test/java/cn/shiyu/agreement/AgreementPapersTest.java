package cn.shiyu.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.support.Papers;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.TestCities;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The papers as they are printed; they land in {@code target/papers} for eyes. */
class AgreementPapersTest {

    private static final Instant SIGNED = Instant.parse("2026-11-23T06:00:00Z");
    private static final List<Duty> DUTIES = List.of(
            new Duty(1, AgreementSide.RESPONDENT, "修好水管", null, LocalDate.of(2026, 11, 30), Duty.State.DONE, SIGNED, SIGNED),
            new Duty(2, AgreementSide.RESPONDENT, "赔偿天花板损失（第一期）", 150_050L, LocalDate.of(2026, 12, 1), Duty.State.OPEN, null, null));

    private final City city = TestCities.jieshou();
    private final AgreementPapers papers = new AgreementPapers();

    @Test
    void sayAllThatTheLawWantsAndShowBothSignatures() throws IOException {
        byte[] paper = papers.agreement(
                city, agreement(), "楼上水管漏水，泡坏楼下天花板。", "一、被申请人修好水管。\n二、被申请人分期赔偿。", DUTIES, both(), SIGNED);
        Path kept = Files.createDirectories(Path.of("target/papers")).resolve("agreement.pdf");
        Files.write(kept, paper);
        assertThat(Papers.text(paper)).contains(
                "人民调解协议书", "苏晓禾", "13800009001", "楼上水管漏水", "一、被申请人修好水管", "1500.50元", "2026-12-01", "方志远", "郑国平",
                "东城街道人民调解委员会", "2026-11-23 14:00", "第 1 页");
    }

    @Test
    void tellACourtWhatWasDoneAndWhatWasNot() throws IOException {
        assertThat(Papers.text(papers.standing(city, agreement(), DUTIES, both(), SIGNED)))
                .contains("履行情况", "已确认履行", "未履行");
        assertThat(Papers.text(papers.application(city, agreement(), DUTIES, both()))).contains("司法确认申请书", "最迟 2026-12-23");
    }

    @Test
    void takesASignatureThatWasDrawnAndNoEmptyOne() throws IOException {
        assertThat(Signature.of(address(drawn(true)), "", "苏晓禾").drawn()).isTrue();
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Signature.of(address(drawn(false)), "", "苏晓禾"))
                .isInstanceOf(cn.shiyu.platform.problem.Refusal.class);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Signature.of("data:image/png;base64,AAAA", "", "苏晓禾"))
                .isInstanceOf(cn.shiyu.platform.problem.Refusal.class);
    }

    private static Agreement agreement() {
        return new Agreement(
                UUID.fromString("01a208c0-d2e5-7243-9e67-9c3fe993ebd1"), "mediation", UUID.randomUUID(), "PEOPLE", "neighbours",
                "mediator1", "郑国平", "东城街道人民调解委员会", AgreementStatus.IN_FORCE, null, null, SIGNED, SIGNED, SIGNED, null, null,
                null, Confirmation.READY, Instant.parse("2026-12-23T04:00:00Z"), null, null);
    }

    private static Map<AgreementSide, Signer> both() throws IOException {
        return Map.of(
                AgreementSide.APPLICANT,
                new Signer(AgreementSide.APPLICANT, UUID.randomUUID(), "苏晓禾", "13800009001", drawn(true), true, SIGNED, true),
                AgreementSide.RESPONDENT,
                new Signer(AgreementSide.RESPONDENT, UUID.randomUUID(), "方志远", "13900006677",
                        "方志远".getBytes(java.nio.charset.StandardCharsets.UTF_8), false, SIGNED, true));
    }

    private static byte[] drawn(boolean ink) throws IOException {
        BufferedImage image = new BufferedImage(640, 240, BufferedImage.TYPE_INT_ARGB);
        if (ink) {
            Graphics2D pen = image.createGraphics();
            pen.setColor(new Color(0x12202b));
            pen.setStroke(new BasicStroke(5));
            pen.drawPolyline(new int[] {60, 300, 580}, new int[] {60, 190, 50}, 3);
            pen.dispose();
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }

    private static String address(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }
}
