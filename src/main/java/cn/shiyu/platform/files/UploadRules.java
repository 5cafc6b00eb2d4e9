package cn.shiyu.platform.files;

import cn.shiyu.tenancy.City;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a city takes as uploads: {@code rules.uploads} of its tenant file; what it leaves out has our defaults.
 *
 * @param photos at most so many at a time
 * @param photoMegabytes each at most so large, in units of 1,048,576 bytes
 * @param sounds at most so many recordings at a time
 * @param soundMegabytes each at most so large
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record UploadRules(
        Integer photos,
        Integer photoMegabytes,
        @JsonProperty("audios") Integer sounds,
        @JsonProperty("audioMegabytes") Integer soundMegabytes) {

    private static final long MEGABYTE = 1 << 20;

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Rules(UploadRules uploads) {}

    UploadRules {
        photos = photos == null ? 9 : photos;
        photoMegabytes = photoMegabytes == null ? 10 : photoMegabytes;
        sounds = sounds == null ? 3 : sounds;
        soundMegabytes = soundMegabytes == null ? 10 : soundMegabytes;
    }

    static UploadRules of(City city) {
        UploadRules rules = city.section("rules", Rules.class).uploads();
        return rules == null ? new UploadRules(null, null, null, null) : rules;
    }

    int most() {
        return photos + sounds;
    }

    long photoBytes() {
        return photoMegabytes * MEGABYTE;
    }

    long soundBytes() {
        return soundMegabytes * MEGABYTE;
    }

    /** Past this nothing is even looked at. */
    long largestBytes() {
        return Math.max(photoBytes(), soundBytes());
    }
}
