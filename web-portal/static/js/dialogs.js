// [data-confirm] opens as a dialog; pictures of a [data-gallery] open large in place.
function dialog(className, closeWords) {
  const box = document.createElement('dialog');
  box.className = `sy-dialog ${className}`;
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'sy-dialog-close';
  close.setAttribute('aria-label', closeWords);
  close.textContent = '×';
  close.addEventListener('click', () => box.close());
  box.addEventListener('click', event => event.target === box && box.close());
  return {box, close};
}

// The panel moves into the dialog and back, so that it stays inside its details (and its form) when the page is without one.
function confirm(details) {
  const panel = details.querySelector('.sy-confirm-panel');
  const title = panel.querySelector('.sy-confirm-title');
  const open = () => {
    const {box, close} = dialog('', details.dataset.close);
    title.id ||= `confirm-${Math.random().toString(36).slice(2)}`;
    box.setAttribute('aria-labelledby', title.id);
    box.append(...panel.childNodes, close);
    box.addEventListener('close', () => {
      close.remove();
      panel.append(...box.childNodes);
      box.remove();
      details.querySelector('summary').focus();
    });
    panel.after(box);
    details.open = true;
    panel.hidden = true;
    box.showModal();
    box.addEventListener('close', () => {
      details.open = false;
      panel.hidden = false;
    });
  };
  details.querySelector('summary').addEventListener('click', event => {
    event.preventDefault();
    open();
  });
}

function gallery(list) {
  list.addEventListener('click', event => {
    const link = event.target.closest('a');
    if (!link || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const {box, close} = dialog('sy-lightbox', list.dataset.close);
    const picture = new Image();
    picture.src = link.href;
    picture.alt = link.querySelector('img').alt;
    const words = document.createElement('p');
    words.textContent = picture.alt;
    box.setAttribute('aria-label', picture.alt);
    box.append(picture, words, close);
    box.addEventListener('close', () => {
      box.remove();
      link.focus();
    });
    document.body.append(box);
    box.showModal();
  });
}

const seen = new WeakSet();
function enhance(root) {
  const fresh = selector => [...root.querySelectorAll(selector)].filter(element => !seen.has(element) && seen.add(element));
  fresh('[data-confirm]').forEach(confirm);
  fresh('[data-gallery]').forEach(gallery);
}

// A form that came back with errors inside a confirmation shows them: the panel is open already.
enhance(document);
document.addEventListener('htmx:load', event => enhance(event.target));
