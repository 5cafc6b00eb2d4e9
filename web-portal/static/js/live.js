// <section data-live="/console/live" data-live-get="/console?unit=…" id="queue">: when the server says that something changed,
// the element is fetched anew and replaced by the one of the same id. An event's data, if any, is read out to screen readers.
// Optional data-live-on="case-changed" names the events (default: message); several are separated by spaces.
const streams = new Map();

function stream(address) {
  if (!streams.has(address)) streams.set(address, new EventSource(address));
  return streams.get(address);
}

async function refresh(id) {
  const old = document.getElementById(id);
  // Never pull a form from under somebody's hands.
  if (!old || old.contains(document.activeElement) && document.activeElement.matches('input, textarea, select')) return;
  const answer = await fetch(old.dataset.liveGet || location.href, {headers: {'HX-Request': 'true'}});
  if (!answer.ok || answer.redirected) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(id);
  if (!fresh) return;
  const focused = old.contains(document.activeElement) && document.activeElement.id;
  old.replaceWith(fresh);
  if (window.htmx) window.htmx.process(fresh);
  document.dispatchEvent(new CustomEvent('htmx:load', {detail: {elt: fresh}}));
  if (focused) document.getElementById(focused)?.focus();
}

function say(text) {
  const region = document.getElementById('live');
  if (region && text && !text.startsWith('{')) region.textContent = text;
}

// Many changes in a burst are one refresh.
function gently(work) {
  let waiting;
  return () => {
    clearTimeout(waiting);
    waiting = setTimeout(work, 300);
  };
}

document.querySelectorAll('[data-live]').forEach(element => {
  const id = element.id;
  const again = gently(() => refresh(id));
  const source = stream(element.dataset.live);
  (element.dataset.liveOn || 'message').split(' ').forEach(name => source.addEventListener(name, event => {
    say(event.data);
    again();
  }));
  // Between the page's making and this moment, or while the connection was broken, something may have been missed.
  source.addEventListener('open', again);
});
