// <form data-crisis="/counselling/danger.json">: while somebody writes words of danger, numbers that help are shown at once
// ([data-crisis-notice] in the form). Decided here, by the lists the server has as well; nothing typed leaves the page, nothing is kept.
export const plain = words => words.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

export function finder({danger, harmless}) {
  const away = new RegExp(harmless.join('|'), 'gu');
  const found = danger.map(one => new RegExp(one, 'u'));
  return words => {
    const left = plain(words).replace(away, '。');
    return found.some(one => one.test(left));
  };
}

function watch(form, inDanger) {
  const notice = form.querySelector('[data-crisis-notice]');
  let waiting;
  const look = () => {
    // Once shown it stays: who takes the words back may still need the number.
    if ([...form.querySelectorAll('textarea')].some(field => inDanger(field.value))) notice.hidden = false;
  };
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, 300);
  });
  look();
}

async function start(form) {
  const answer = await fetch(form.dataset.crisis, {headers: {Accept: 'application/json'}});
  if (answer.ok) watch(form, finder(await answer.json()));
}

// Where the lists cannot be had, the numbers stand on the page all the same, and the server looks again when the letter is sent.
document.querySelectorAll('form[data-crisis]').forEach(form => start(form).catch(() => {}));
