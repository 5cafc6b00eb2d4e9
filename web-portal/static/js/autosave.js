// <form data-autosave="report"> keeps what is typed in this browser, per city, until the form is sent: nothing typed is lost.
// Files and keys are not kept. <form data-autosave-done="report"> or any element with it clears what was kept.
const keyOf = name => `shiyu:${document.body.dataset.city}:${name}`;
const KEEP_DAYS = 7;

function fields(form) {
  return [...form.elements].filter(field =>
    field.name && !['hidden', 'file', 'password', 'submit', 'button'].includes(field.type) && !field.closest('[data-private]'));
}

function read(name) {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(name)));
    return kept && Date.now() - kept.at < KEEP_DAYS * 864e5 ? kept.values : null;
  } catch {
    return null;
  }
}

function write(form, name) {
  const values = {};
  fields(form).forEach(field => {
    const choice = field.type === 'radio' || field.type === 'checkbox';
    if (!choice || field.checked) (values[field.name] ??= []).push(field.value);
  });
  try {
    localStorage.setItem(keyOf(name), JSON.stringify({at: Date.now(), values}));
  } catch {
    // A full or forbidden store: the form works all the same.
  }
}

// What the server sent back wins: only an untouched form is filled.
function fill(form, values) {
  const all = fields(form);
  const untouched = all.every(field =>
    field.type === 'radio' || field.type === 'checkbox' ? !field.checked : !field.value);
  if (!untouched) return;
  all.forEach(field => {
    const kept = values[field.name];
    if (!kept) return;
    if (field.type === 'radio' || field.type === 'checkbox') field.checked = kept.includes(field.value);
    else field.value = kept[0];
    field.dispatchEvent(new Event('input', {bubbles: true}));
    if (field.tagName === 'SELECT') field.dispatchEvent(new Event('change', {bubbles: true}));
  });
}

document.querySelectorAll('form[data-autosave]').forEach(form => {
  const name = form.dataset.autosave;
  const kept = read(name);
  if (kept) fill(form, kept);
  let waiting;
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => write(form, name), 400);
  });
  window.addEventListener('pagehide', () => write(form, name));
});

document.querySelectorAll('[data-autosave-done]').forEach(mark =>
  mark.dataset.autosaveDone.split(' ').forEach(name => localStorage.removeItem(keyOf(name))));
