'use strict';

const texts = require('./texts');

const CHINA = 8 * 3600 * 1000;
const NEVER = '9999';

/** `2026年11月23日 14:05`, in China whatever the phone's zone. Finer digits of a second than phones can read are cut. */
function time(iso) {
  if (!iso || iso.startsWith(NEVER)) {
    return '';
  }
  const at = new Date(Date.parse(iso.replace(/(\.\d{3})\d+/, '$1')) + CHINA);
  const two = (number) => String(number).padStart(2, '0');
  return at.getUTCFullYear() + '年' + (at.getUTCMonth() + 1) + '月' + at.getUTCDate() + '日 ' + two(at.getUTCHours()) + ':' + two(at.getUTCMinutes());
}

function item(each) {
  return Object.assign({}, each, { statusName: texts.status[each.status], due: time(each.dueAt), submitted: time(each.submittedAt) });
}

function detail(file) {
  const running = (file.limits || []).find((limit) => limit.dueAt === file.dueAt);
  return Object.assign(item(file), {
    lightName: texts.light[file.light] || '',
    why: running ? running.why : [],
    entries: (file.timeLine || []).map((entry) => ({
      at: time(entry.at),
      title: texts.timeLine[entry.type] || texts.otherEvent,
      who: entry.who,
      words: entry.words,
    })),
  });
}

/** A problem in words, for a dialog. */
function complain(problem) {
  const fields = Object.values(problem.fields || {});
  wx.showModal({ content: fields.length ? fields.join('\n') : problem.message, showCancel: false, confirmText: texts.ok });
}

module.exports = { time, item, detail, complain };
