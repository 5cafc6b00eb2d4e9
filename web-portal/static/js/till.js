// [data-till]: a till on a bad network. What was authorised is captured later, when the network is back, however often it takes;
// the server does each once and says when it had done it already.
const KEY = 'shiyu-till';
const notes = document.querySelectorAll('[data-till-queue]');
const say = (word) => notes.forEach((note) => { note.textContent = word ? note.dataset[word] : ''; });
const waiting = () => JSON.parse(localStorage.getItem(KEY) || '[]');
const keep = (all) => localStorage.setItem(KEY, JSON.stringify(all));

async function post(address, body) {
  return fetch(address, { method: 'POST', body, credentials: 'same-origin', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } });
}

async function sendAll() {
  for (const address of waiting()) {
    try {
      const answer = await post(address, '');
      // Too busy is no answer either; everything else is one, and the charge's page says which.
      if (answer.status === 503 || answer.status === 429) return;
      keep(waiting().filter((one) => one !== address));
      say('sent');
      if (location.pathname === address.replace(/\/capture$/, '')) location.assign(answer.url);
    } catch {
      return;
    }
  }
}

document.querySelectorAll('form[data-till=capture]').forEach((form) => form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const address = new URL(form.action).pathname;
  try {
    const answer = await post(address, '');
    location.assign(answer.ok ? answer.url : address.replace(/\/capture$/, ''));
  } catch {
    keep([...new Set([...waiting(), address])]);
    say('queued');
  }
}));

if (notes.length) {
  if (waiting().length) say('queued');
  sendAll();
  addEventListener('online', sendAll);
  setInterval(sendAll, 15000);
}

// The camera, where the browser reads codes itself.
document.querySelectorAll('[data-till-scan]').forEach((box) => {
  if (!('BarcodeDetector' in window) || !navigator.mediaDevices) return;
  box.hidden = false;
  const [button, status, video] = [box.querySelector('button'), box.querySelector('p'), box.querySelector('video')];
  button.addEventListener('click', async () => {
    const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    video.srcObject = stream;
    video.hidden = status.hidden = false;
    await video.play();
    const detector = new BarcodeDetector({ formats: ['qr_code'] });
    const look = async () => {
      const found = (await detector.detect(video)).find((one) => /^\d{8}$/.test(one.rawValue));
      if (!found) return requestAnimationFrame(look);
      document.querySelector('#f-code').value = found.rawValue;
      stream.getTracks().forEach((track) => track.stop());
      video.hidden = status.hidden = true;
      document.querySelector('#f-points').focus();
    };
    look();
  });
});
