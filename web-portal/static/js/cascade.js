// <select data-cascade-to="id" data-cascade-from="/regions/CODE/children">: choosing here loads the options there.
// Without JavaScript the page shows the options of what was chosen when it was sent.
async function load(address, chosen) {
  const answer = await fetch(address.replace('CODE', encodeURIComponent(chosen)), {headers: {Accept: 'application/json'}});
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

function show(target, items) {
  const before = target.value;
  target.length = 1;
  items.forEach(item => target.add(new Option(item.name, item.code, false, item.code === before)));
  target.disabled = false;
  target.dispatchEvent(new Event('change', {bubbles: true}));
}

function start(select) {
  const target = document.getElementById(select.dataset.cascadeTo);
  if (!target) return;
  let turn = 0;
  select.addEventListener('change', async () => {
    const mine = ++turn;
    if (!select.value) return show(target, []);
    target.disabled = true;
    try {
      const items = await load(select.dataset.cascadeFrom, select.value);
      // A slow answer to an earlier choice must not overwrite a later one.
      if (mine === turn) show(target, items);
    } catch {
      target.disabled = false;
    }
  });
}

const seen = new WeakSet();
const enhance = root => root.querySelectorAll('select[data-cascade-to]').forEach(select => {
  if (!seen.has(select)) {
    seen.add(select);
    start(select);
  }
});
enhance(document);
document.addEventListener('htmx:load', event => enhance(event.target));
