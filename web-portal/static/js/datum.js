// A browser tells WGS-84; maps in China are drawn in GCJ-02, some 300 to 600 m away. The usual approximation, good to a few metres.
const AXIS = 6378245;
const FLATNESS = 0.00669342162296594323;
const sine = (x, cycle) => Math.sin(x / cycle * Math.PI);

function waves(x) {
  return (20 * sine(x, 1 / 6) + 20 * sine(x, 0.5)) * 2 / 3;
}

function north(x, y) {
  return -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x)) + waves(x)
    + (20 * sine(y, 1) + 40 * sine(y, 3)) * 2 / 3 + (160 * sine(y, 12) + 320 * sine(y, 30)) * 2 / 3;
}

function east(x, y) {
  return 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x)) + waves(x)
    + (20 * sine(x, 1) + 40 * sine(x, 3)) * 2 / 3 + (150 * sine(x, 12) + 300 * sine(x, 30)) * 2 / 3;
}

/** [lat, lng] in degrees, WGS-84 to GCJ-02. */
export function toGcj02(lat, lng) {
  const angle = lat / 180 * Math.PI;
  const magic = 1 - FLATNESS * Math.sin(angle) ** 2;
  const [x, y] = [lng - 105, lat - 35];
  const perLat = AXIS * (1 - FLATNESS) / magic ** 1.5 * Math.PI / 180;
  const perLng = AXIS / Math.sqrt(magic) * Math.cos(angle) * Math.PI / 180;
  return [lat + north(x, y) / perLat, lng + east(x, y) / perLng];
}
