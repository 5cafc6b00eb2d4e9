// [data-copy="id"]: puts the text of that element on the clipboard; where the browser will not, selects it for the person to do.
function select(element) {
  const range = document.createRange();
  range.selectNodeContents(element);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}

function start(button) {
  const words = button.querySelector('span');
  const source = document.getElementById(button.dataset.copy);
  button.hidden = false;
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(source.textContent);
      words.textContent = button.dataset.copied;
    } catch {
      select(source);
      words.textContent = button.dataset.failed;
    }
    document.getElementById('live')?.replaceChildren(words.textContent);
  });
}

document.querySelectorAll('[data-copy]').forEach(start);
