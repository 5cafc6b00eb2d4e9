// Forms: sent once however often one presses, letters counted, the error summary focused.
const seen = new WeakSet();

function each(root, selector, start) {
  root.querySelectorAll(selector).forEach(element => {
    if (!seen.has(element)) {
      seen.add(element);
      start(element);
    }
  });
}

// The button is not disabled: a disabled one sends neither its name nor its focus. A second press is refused instead.
function sendOnce(form) {
  let sent = false;
  form.addEventListener('submit', event => {
    if (sent) {
      event.preventDefault();
      return;
    }
    sent = true;
    // A listener later in line may still have stopped the form. Marked only after the browser took the button's name.
    setTimeout(() => {
      sent = !event.defaultPrevented;
      if (sent) event.submitter?.setAttribute('aria-disabled', 'true');
    });
  });
  const again = () => {
    sent = false;
    form.querySelectorAll('[aria-disabled]').forEach(button => button.removeAttribute('aria-disabled'));
  };
  window.addEventListener('pageshow', again);
  form.addEventListener('htmx:afterRequest', again);
}

// Counted as the server counts: by characters a person sees as one code point.
function count(area) {
  const line = document.querySelector(`[data-count-of="${area.id}"]`);
  if (!line) return;
  const most = Number(area.dataset.count);
  const show = () => {
    const left = most - [...area.value].length;
    line.textContent = (left < 0 ? line.dataset.over : line.dataset.left).replace('#', Math.abs(left));
    line.classList.toggle('is-over', left < 0);
  };
  area.addEventListener('input', show);
  show();
}

function enhance(root) {
  each(root, 'form[method=post]', sendOnce);
  each(root, '[data-count]', count);
  each(root, '[data-focus]', element => element.focus());
}

enhance(document);
document.addEventListener('htmx:load', event => enhance(event.target));

// "?done=…" has been said; a reload or a copied address should not say it again.
if (document.querySelector('[data-flash]')) {
  const address = new URL(location.href);
  address.searchParams.delete('done');
  history.replaceState(history.state, '', address);
}
