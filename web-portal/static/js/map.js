// [data-map]: the city's regions drawn from our own shapes, a tile layer below them only where the city configured one.
// With data-pick a press sets the fields lng and lat of the form around it; with data-lng/data-lat a place is shown.
const PIN = '<svg class="icon" aria-hidden="true"><use href="/static/icons.svg#map-pin"/></svg>';
const REGION = {color: '#6f8796', weight: 1, fillColor: '#fbfdfc', fillOpacity: 0.85};
const COUNTY = {color: '#46545f', weight: 2, fill: false, interactive: false};

function pin(point) {
  return L.marker(point, {icon: L.divIcon({className: 'sy-map-pin', html: PIN, iconSize: [36, 36], iconAnchor: [18, 33]}), keyboard: false});
}

async function regions(map, data) {
  const answer = await fetch(data.shapes);
  if (!answer.ok) return null;
  const shapes = await answer.json();
  const cells = L.geoJSON(shapes, {
    filter: feature => feature.properties.level === 'township',
    style: data.tiles ? {...REGION, fillOpacity: 0, weight: 1.5} : REGION,
    onEachFeature: (feature, layer) => layer.bindTooltip(feature.properties.name, {permanent: true, direction: 'center', className: 'sy-map-place'}),
  }).addTo(map);
  const outline = L.geoJSON(shapes, {filter: feature => feature.properties.level !== 'township', style: COUNTY}).addTo(map);
  crowded(map, cells);
  return outline.getBounds().isValid() ? outline.getBounds() : cells.getBounds();
}

// Names of places too small on the screen to carry them are hidden until one looks closer.
function crowded(map, cells) {
  const sift = () => cells.eachLayer(layer => {
    const bounds = layer.getBounds();
    const width = map.latLngToContainerPoint(bounds.getNorthEast()).x - map.latLngToContainerPoint(bounds.getSouthWest()).x;
    layer.getTooltip().setOpacity(width > layer.feature.properties.name.length * 13 ? 1 : 0);
  });
  map.on('zoomend', sift);
  map.whenReady(() => setTimeout(sift));
}

function picking(map, frame, field) {
  const lng = field.querySelector('[name=lng]');
  const lat = field.querySelector('[name=lat]');
  const say = frame.querySelector('[data-map-say]');
  const clear = frame.querySelector('[data-map-clear]');
  let mark;

  const set = point => {
    mark?.remove();
    mark = point && pin(point).addTo(map);
    lng.value = point ? point.lng.toFixed(6) : '';
    lat.value = point ? point.lat.toFixed(6) : '';
    clear.hidden = !point;
    say.textContent = point ? say.dataset.picked : '';
    lng.dispatchEvent(new Event('change', {bubbles: true}));
  };

  map.on('click', event => set(event.latlng));
  // By keyboard: move the map with the arrows, Enter marks its middle.
  map.getContainer().addEventListener('keydown', event => {
    if (event.key === 'Enter' && event.target === map.getContainer()) {
      event.preventDefault();
      set(map.getCenter());
    }
  });
  clear.addEventListener('click', () => set(null));
  if (lng.value && lat.value) set(L.latLng(lat.value, lng.value));
  here(frame, point => {
    map.setView(point, 15);
    set(point);
  }, () => (say.textContent = say.dataset.refused));
}

function here(frame, found, refused) {
  const button = frame.querySelector('[data-map-here]');
  if (!navigator.geolocation || !window.isSecureContext) return;
  button.hidden = false;
  button.addEventListener('click', () => navigator.geolocation.getCurrentPosition(
    place => found(L.latLng(place.coords.latitude, place.coords.longitude)), refused, {enableHighAccuracy: true, timeout: 10_000}));
}

async function start(box) {
  const data = box.dataset;
  const frame = box.closest('[data-map-frame]');
  frame.hidden = false;
  const map = L.map(box, {attributionControl: true, scrollWheelZoom: false, zoomSnap: 0.25, minZoom: 7, maxZoom: 18})
    .setView([data.centreLat, data.centreLng], Number(data.zoom));
  map.attributionControl.setPrefix(false).addAttribution(data.tiles ? data.attribution : data.schematic);
  if (data.tiles) L.tileLayer(data.tiles).addTo(map);
  if ('pick' in data) picking(map, frame, frame.parentElement);
  const bounds = await regions(map, data);
  if (data.lng) {
    const place = L.latLng(data.lat, data.lng);
    pin(place).addTo(map);
    map.setView(place, 12);
  } else if (bounds) {
    map.fitBounds(bounds, {padding: [8, 8]});
  }
}

if (window.L) document.querySelectorAll('[data-map]').forEach(start);
