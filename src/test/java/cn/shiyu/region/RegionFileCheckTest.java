package cn.shiyu.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionFileCheckTest {

    private static final String ROOT = "code,parent,level,name,lng,lat\n341282000000,,county,界首市,115.374,33.257\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        34128200,341282000000,township,短码镇,,                    | “34128200”应为 12 位数字
        341282000000,,county,界首市,,                              | 341282000000 重复
        341282001000,341282000000,township,,,                      | 341282001000 没有名称
        341282001000,341282000000,street,东城街道,,                 | “street”应为
        341282001001,341282001000,village,孤村,,                   | 上级 341282001000 不存在
        341282001000,341282000000,county,东城街道,,                 | 级别应低于上级
        341282001000,341282000000,township,东城街道,33.26,115.38    | 不在我国范围内
        341282001000,341282000000,township,东城街道,115.38,         | 不在我国范围内
        """)
    void namesTheLineAtFault(String line, String words) throws IOException {
        assertThat(faults(ROOT + line + "\n")).singleElement().asString().contains(words);
    }

    @Test
    void expectsTheCityItselfFirst() throws IOException {
        assertThat(faults("code,parent,level,name,lng,lat\n")).containsExactly("第一行应为本市（341282000000）");
    }

    @Test
    void hasNothingToSayOfAGoodFile() throws IOException {
        assertThat(faults(ROOT + "341282001000,341282000000,township,东城街道,,\n")).isEmpty();
    }

    private static List<String> faults(String csv) throws IOException {
        return RegionFileCheck.faults(
                "341282000000", RegionFile.lines(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8))));
    }
}
