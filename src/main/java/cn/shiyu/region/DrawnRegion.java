package cn.shiyu.region;

import java.util.List;

/**
 * A region's outline as it is drawn.
 *
 * @param rings corners as longitude and latitude in degrees, GCJ-02
 */
public record DrawnRegion(String code, List<double[][]> rings) {}
