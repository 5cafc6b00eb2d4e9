package cn.shiyu.platform.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * The map of a city: section {@code map} of its tenant file. Coordinates in degrees, GCJ-02 (国测局坐标), the datum of
 * every public map and phone API in the country; the outlines, the tiles and the points people pick share it.
 *
 * @param shapes file of the regions' outlines beside the tenant file, GeoJSON
 * @param tiles where background tiles come from; a null address means the regions we draw ourselves
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record MapSettings(Point centre, int zoom, Tiles tiles, String shapes) {

    public record Point(double lng, double lat) {}

    /** @param url template with {z}, {x}, {y} and, where the provider asks for it, {s} @param attribution as it demands */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Tiles(String url, String attribution) {}

    /** The tiles' address, or the empty text. */
    public String tileUrl() {
        return tiles == null || tiles.url() == null ? "" : tiles.url();
    }

    public String tileAttribution() {
        return tiles == null || tiles.attribution() == null ? "" : tiles.attribution();
    }
}
