package cn.shiyu.onboarding;

import cn.shiyu.tenancy.TenantFiles;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a city is called and how it looks: the head of the file, {@code theme}, {@code map}, {@code wechat}. */
record HeadCheck(TenantFiles files) implements SectionCheck {

    private static final List<String> REQUIRED = List.of(
            "id",
            "name",
            "shortCode",
            "regionCode",
            "hosts",
            "theme",
            "map",
            "regions",
            "calendar",
            "kinds",
            "grades",
            "categories",
            "units",
            "staff",
            "limits",
            "refusalReasons",
            "returnReasons",
            "rules",
            "assessment");

    /** Only a demonstration has {@code demo}; a city without a mini-program has no {@code wechat}, without partners no {@code open311}, and so on. */
    private static final List<String> OPTIONAL =
            List.of("demo", "wechat", "open311", "booking", "legal", "mediation", "agreements", "counselling", "moralbank", "volunteering",
                    "merchants", "catalogue", "sms", "laws");

    private static final String COLOUR = "#[0-9a-fA-F]{6}";

    @Override
    public void check(TenantFile file) {
        sections(file);
        head(file);
        theme(file.section("theme"));
        map(file.section("map"));
        if (file.city().sections().contains("wechat")) {
            Entry weChat = file.section("wechat");
            weChat.text("appId", "wx[0-9a-f]{16}", "wx0123456789abcdef");
            weChat.text("secretRef");
        }
    }

    private static void sections(TenantFile file) {
        Set<String> unknown = new HashSet<>(file.city().sections());
        REQUIRED.forEach(unknown::remove);
        OPTIONAL.forEach(unknown::remove);
        unknown.stream().sorted().forEach(name -> file.faults().add(name, "不认识这一节，请检查拼写"));
        REQUIRED.stream().filter(name -> !file.city().sections().contains(name)).forEach(name -> file.faults()
                .add(name, "缺少这一节"));
    }

    private static void head(TenantFile file) {
        if (!file.city().shortCode().matches("[A-Z]{2,4}")) {
            file.faults().add("shortCode", "“" + file.city().shortCode() + "”应为 2 到 4 个大写字母，用在诉求编号开头");
        }
        if (file.city().hosts().isEmpty()) {
            file.faults().add("hosts", "至少要有一个域名");
        }
        file.city().hosts().stream()
                .filter(host -> !host.matches("[a-z0-9]([a-z0-9.-]*[a-z0-9])?"))
                .forEach(host -> file.faults().add("hosts", "“" + host + "”应为小写域名，不带端口"));
    }

    private static void theme(Entry theme) {
        theme.text("primary", COLOUR, "\"#0b5cad\"");
        theme.text("accent", COLOUR, "\"#d9480f\"");
        theme.text("slogan");
        theme.text("hotline", "[0-9-]{3,20}", "\"12345\"");
        theme.text("logoText", ".{1,4}", "界首");
    }

    private void map(Entry map) {
        map.child("centre").number("lng", 73, 136);
        map.child("centre").number("lat", 3, 54);
        map.number("zoom", 3, 18);
        String shapes = map.text("shapes");
        try (InputStream file = files.open(shapes)) {
            new ObjectMapper().readTree(file).required("features");
        } catch (IOException | IllegalArgumentException e) {
            map.fault("shapes", "“" + shapes + "”不在租户文件旁边，或不是 GeoJSON");
        }
    }
}
