// <form data-again="3"> of a problem's page: after that many seconds it is sent again by itself, three times at most, said aloud
// before and stopped by a press. Whoever reads slowly has the button instead; the same key makes doubles harmless.
const MOST = 3;
const form = document.querySelector('form[data-again]');

function tries(key) {
  try {
    return Number(sessionStorage.getItem(key));
  } catch {
    return MOST;
  }
}

function announce(form) {
  const key = `shiyu:again:${form.action}:${form.elements.idempotencyKey?.value ?? ''}`;
  const done = tries(key);
  if (done >= MOST) return;
  // Each time twice as patient, and at least ten seconds, so that there is time to read and to stop it.
  const seconds = Math.max(10, Number(form.dataset.again)) * 2 ** done;
  const said = form.querySelector('[data-again-said]');
  const stop = form.querySelector('[data-again-stop]');
  said.textContent = form.dataset.againSoon.replace('#', seconds);
  stop.hidden = false;
  const waiting = setTimeout(() => {
    sessionStorage.setItem(key, done + 1);
    form.requestSubmit();
  }, seconds * 1000);
  stop.addEventListener('click', () => {
    clearTimeout(waiting);
    stop.hidden = true;
    said.textContent = form.dataset.againStopped;
    form.querySelector('button').focus();
  });
  form.addEventListener('submit', () => clearTimeout(waiting));
}

if (form) announce(form);
