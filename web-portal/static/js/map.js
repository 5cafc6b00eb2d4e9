// [data-map]: the city's regions drawn from our own shapes, a tile layer below them only where the city configured one.
// With data-pick a press sets the fields lng and lat of the form around it; with data-lng/data-lat a place is shown.
import {toGcj02} from './datum.js';

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
    style: {...REGION, ...(data.tiles && {fillOpacity: 0, weight: 1.5})},
  }).addTo(map);
  const counties = L.geoJSON(shapes, {filter: feature => feature.properties.level !== 'township', style: COUNTY}).addTo(map);
  names(map, cells.getLayers(), counties.getLayers());
  return cells.getBounds();
}

// Names of places too small on the screen to carry them stay away until one looks closer; from afar counties have names.
function names(map, townships, counties) {
  const shown = L.layerGroup().addTo(map);
  map.on('zoomend', () => {
    const readable = townships.filter(place => fits(map, place));
    const far = counties.length > 1 && readable.length < townships.length / 2;
    shown.clearLayers();
    (far ? counties : readable).forEach(place => label(place.feature.properties).addTo(shown));
  });
}

function fits(map, place) {
  const bounds = place.getBounds();
  const width = map.project(bounds.getNorthEast()).x - map.project(bounds.getSouthWest()).x;
  // A name is written at three quarters of the page's type, which the elder mode makes larger.
  const letter = parseFloat(getComputedStyle(document.documentElement).fontSize) * 0.75;
  return width > place.feature.properties.name.length * letter;
}

function label({at: [lng, lat], name}) {
  const icon = L.divIcon({className: 'sy-map-place', html: `<span aria-hidden="true">${name}</span>`, iconSize: null});
  return L.marker([lat, lng], {icon, interactive: false, keyboard: false});
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
    place => found(L.latLng(toGcj02(place.coords.latitude, place.coords.longitude))), refused, {enableHighAccuracy: true, timeout: 10_000}));
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
  if (bounds) map.fitBounds(bounds, {padding: [8, 8], animate: false});
  if (data.lng) {
    const place = L.latLng(data.lat, data.lng);
    pin(place).addTo(map);
    map.setView(place, 12, {animate: false});
  }
}

// Loaded here, not by the page: a page of two maps would run the library twice, and the two do not know each other's objects.
function library() {
  const script = document.createElement('script');
  script.src = '/webjars/leaflet/1.9.4/dist/leaflet.js';
  script.addEventListener('load', () => document.querySelectorAll('[data-map]').forEach(start));
  document.head.append(script);
}

library();
