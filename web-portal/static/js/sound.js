// [data-sound]: records with the microphone into the form's file field; without one the file field stays as it is.
const TYPES = ['audio/mp4', 'audio/webm;codecs=opus', 'audio/ogg;codecs=opus'];

function start(box) {
  const part = name => box.querySelector(`[data-sound-${name}]`);
  const [begin, stop, drop, play, say] = ['start', 'stop', 'drop', 'play', 'say'].map(part);
  const input = box.querySelector('input[type=file]');
  const most = Number(box.dataset.seconds);
  let recorder, ticking, seconds;

  function keep(chunks, type) {
    const plain = type.split(';')[0];
    const held = new DataTransfer();
    const sound = new File(chunks, `录音.${plain.split('/')[1]}`, {type: plain});
    held.items.add(sound);
    input.files = held.files;
    play.src = URL.createObjectURL(sound);
    play.hidden = drop.hidden = false;
    say.textContent = box.dataset.kept.replace('#', seconds);
  }

  function tick() {
    seconds += 1;
    say.textContent = box.dataset.left.replace('#', most - seconds);
    if (seconds >= most) recorder.stop();
  }

  async function record() {
    const stream = await navigator.mediaDevices.getUserMedia({audio: true});
    const chunks = [];
    recorder = new MediaRecorder(stream, {mimeType: TYPES.find(type => MediaRecorder.isTypeSupported(type))});
    recorder.ondataavailable = event => chunks.push(event.data);
    recorder.onstop = () => {
      clearInterval(ticking);
      stream.getTracks().forEach(track => track.stop());
      stop.hidden = true;
      keep(chunks, recorder.mimeType);
      drop.focus();
    };
    seconds = 0;
    ticking = setInterval(tick, 1000);
    recorder.start();
    begin.hidden = true;
    stop.hidden = false;
    stop.focus();
  }

  begin.addEventListener('click', () => record().catch(() => {
    say.textContent = box.dataset.refused;
    input.hidden = false;
  }));
  stop.addEventListener('click', () => recorder.stop());
  drop.addEventListener('click', () => {
    input.value = '';
    play.hidden = drop.hidden = true;
    begin.hidden = false;
    say.textContent = '';
    begin.focus();
  });
  box.querySelector('[data-sound-panel]').hidden = false;
  input.hidden = true;
}

if (window.MediaRecorder && navigator.mediaDevices) document.querySelectorAll('[data-sound]').forEach(start);
