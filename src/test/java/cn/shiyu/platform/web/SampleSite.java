package cn.shiyu.platform.web;

import java.util.List;

/** A city made up for the style guide: what {@link Site} answers, without a request. */
record SampleSite(String path, boolean elder, String done) {

    public String city() {
        return "界首市";
    }

    public String cityId() {
        return "sample";
    }

    public String slogan() {
        return "民有所呼，我有所应";
    }

    public String hotline() {
        return "12345";
    }

    public String logoText() {
        return "界首";
    }

    public String themeAddress() {
        return "/theme.css";
    }

    public boolean signedIn() {
        return false;
    }

    public String signIn() {
        return "/login?next=/report";
    }

    public String here() {
        return path;
    }

    public List<NavItem> menu() {
        return PortalMenu.at(path);
    }

    public List<String> sheets() {
        return Site.SHEETS.stream().map(this::asset).toList();
    }

    public List<String> modules() {
        return Site.MODULES.stream().map(this::asset).toList();
    }

    public String asset(String file) {
        return "/static/" + file;
    }

    public MapSettings map() {
        return new MapSettings(new MapSettings.Point(115.37, 33.26), 11, null, "jieshou-shapes.json");
    }
}
