package cn.shiyu.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskingTest {

    @Test
    void showsTheEndsOfAPhoneNumber() {
        assertThat(Masking.phone("13812340000")).isEqualTo("138****0000");
        assertThat(Masking.phone("05584812345")).isEqualTo("055****2345");
        assertThat(Masking.phone("4812345")).isEqualTo("48***45");
        assertThat(Masking.phone("110")).isEqualTo("***");
        assertThat(Masking.phone(null)).isNull();
    }

    @Test
    void showsTheFamilyNameAlone() {
        assertThat(Masking.name("王强")).isEqualTo("王*");
        assertThat(Masking.name("欧阳小明")).isEqualTo("欧***");
        assertThat(Masking.name("王")).isEqualTo("王*");
        assertThat(Masking.name("𠮷田")).isEqualTo("𠮷*");
        assertThat(Masking.name(null)).isNull();
    }

    @Test
    void showsRegionAndTailOfAnIdentityNumber() {
        assertThat(Masking.identityNumber("34128219900101001X")).isEqualTo("341282********001X");
        assertThat(Masking.identityNumber("12345")).isEqualTo("*****");
    }
}
