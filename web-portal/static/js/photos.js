// [data-photos]: shows each photo chosen, makes it smaller before it is sent, lets it be taken out again.
// 2048 px on the long side shows any pothole and sends a photo of 8 MB as one of about 500 KB.
const LONGEST = 2048;
const QUALITY = 0.85;

async function smaller(file) {
  if (!file.type.startsWith('image/') || file.size < 600_000) return file;
  try {
    const picture = await createImageBitmap(file, {imageOrientation: 'from-image'});
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise(done => canvas.toBlob(done, 'image/jpeg', QUALITY));
    if (!blob || blob.size >= file.size) return file;
    return new File([blob], file.name.replace(/\.\w+$/, '') + '.jpg', {type: 'image/jpeg'});
  } catch {
    // What this browser cannot open, the server will judge.
    return file;
  }
}

function tile(file, words, remove) {
  const item = document.createElement('li');
  const image = document.createElement('img');
  image.alt = file.name;
  image.src = URL.createObjectURL(file);
  const button = document.createElement('button');
  button.type = 'button';
  button.setAttribute('aria-label', `${words} ${file.name}`);
  button.innerHTML = '<span aria-hidden="true">×</span>';
  button.addEventListener('click', () => {
    URL.revokeObjectURL(image.src);
    remove();
  });
  item.append(image, button);
  return item;
}

function start(box) {
  const input = box.querySelector('input[type=file]');
  const list = box.querySelector('[data-photos-list]');
  const say = box.querySelector('[data-photos-say]');
  const most = Number(box.dataset.most);
  let files = [];

  const show = () => {
    const held = new DataTransfer();
    files.forEach(file => held.items.add(file));
    input.files = held.files;
    list.replaceChildren(...files.map((file, at) => tile(file, box.dataset.remove, () => {
      files.splice(at, 1);
      show();
      input.focus();
    })));
    list.hidden = files.length === 0;
  };

  input.addEventListener('change', async () => {
    const added = await Promise.all([...input.files].map(smaller));
    const full = files.length + added.length > most;
    files = [...files, ...added].slice(0, most);
    say.textContent = full ? box.dataset.full : '';
    show();
  });
  box.classList.add('is-live');
}

document.querySelectorAll('[data-photos]').forEach(start);
