// [data-aloud="id"] reads that part of the page aloud, where the browser has a Chinese voice of its own (nothing is sent away).
const speech = window.speechSynthesis;

function local() {
  return speech.getVoices().find(voice => voice.lang.startsWith('zh') && voice.localService);
}

function start(button) {
  const label = button.querySelector('span');
  const words = label.textContent;
  const rest = () => (label.textContent = words);
  const offer = () => (button.hidden = !local());
  button.addEventListener('click', () => {
    if (speech.speaking) {
      speech.cancel();
      return;
    }
    const utterance = new SpeechSynthesisUtterance(document.getElementById(button.dataset.aloud).innerText);
    utterance.lang = 'zh-CN';
    utterance.voice = local();
    utterance.rate = 0.9;
    utterance.onend = utterance.onerror = rest;
    label.textContent = button.dataset.stop;
    speech.speak(utterance);
  });
  offer();
  speech.addEventListener?.('voiceschanged', offer);
}

if (speech) {
  document.querySelectorAll('[data-aloud]').forEach(start);
  window.addEventListener('pagehide', () => speech.cancel());
}
