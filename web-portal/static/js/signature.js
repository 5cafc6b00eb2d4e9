// [data-signature]: a field to sign in by finger, pen or mouse; what was drawn goes along as a picture. Without script the name is typed.
const INK = '#12202b';
const PEN = 5;

function at(canvas, event) {
  const box = canvas.getBoundingClientRect();
  return [((event.clientX - box.left) * canvas.width) / box.width, ((event.clientY - box.top) * canvas.height) / box.height];
}

function start(field) {
  const canvas = field.querySelector('canvas');
  const picture = field.querySelector('input[name="picture"]');
  const pen = canvas.getContext('2d');
  let drawn = false;

  field.hidden = false;
  pen.strokeStyle = INK;
  pen.lineWidth = PEN;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';

  canvas.addEventListener('pointerdown', (event) => {
    canvas.setPointerCapture(event.pointerId);
    pen.beginPath();
    pen.moveTo(...at(canvas, event));
    event.preventDefault();
  });
  canvas.addEventListener('pointermove', (event) => {
    if (!canvas.hasPointerCapture(event.pointerId)) return;
    pen.lineTo(...at(canvas, event));
    pen.stroke();
    drawn = true;
  });
  field.querySelector('[data-signature-clear]').addEventListener('click', () => {
    pen.clearRect(0, 0, canvas.width, canvas.height);
    drawn = false;
  });
  field.closest('form').addEventListener('submit', () => {
    picture.value = drawn ? canvas.toDataURL('image/png') : '';
  });
}

document.querySelectorAll('[data-signature]').forEach(start);
