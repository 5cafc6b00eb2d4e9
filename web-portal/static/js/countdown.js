// [data-until]: how long a place is still kept, minute by minute and at last second by second; when it is over the page says so itself.
function left(millis) {
  const seconds = Math.ceil(millis / 1000);
  return seconds > 90 ? `${Math.ceil(seconds / 60)} 分钟` : `${seconds} 秒`;
}

function start(element) {
  const until = Date.parse(element.dataset.until);
  const tick = () => {
    const millis = until - Date.now();
    if (millis <= 0) {
      // The server gives the place back within seconds; then the page says so.
      setTimeout(() => location.replace(location.pathname), 6000);
      return;
    }
    element.textContent = element.dataset.left.replace('#', left(millis));
    setTimeout(tick, 1000);
  };
  tick();
}

document.querySelectorAll('[data-until]').forEach(start);
