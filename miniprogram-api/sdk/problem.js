'use strict';

/**
 * Why a request was not carried out; `message` is Chinese and meant to be shown.
 *
 * @property {number} status HTTP status; 0 when there was no answer
 * @property {string} code stable, to switch on: `bad-input`, `stale-version`, `offline`, …
 * @property {Object<string, string>} fields what is wrong with which field, by the field's name
 * @property {number} retryAfter seconds after which to try again, where the server said so; otherwise 0
 * @property {string} traceId names this answer in the server's log; worth telling the support
 */
class Problem extends Error {
  constructor({ status, code, message, fields, retryAfter, traceId }) {
    super(message);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.fields = fields || {};
    this.retryAfter = retryAfter || 0;
    this.traceId = traceId || '';
  }

  /** Whether the same request may well succeed later: no answer, too many requests, or trouble on the server's side. */
  get isPassing() {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

/** No answer: no network, a time-out, or WeChat refusing the address. Whether the request arrived is unknown. */
function offline(failure) {
  const reason = (failure && failure.errMsg) || '';
  const slow = reason.includes('timeout');
  return new Problem({
    status: 0,
    code: slow ? 'timeout' : 'offline',
    message: slow ? '网络太慢,没有等到答复,请稍后再试。' : '网络不通,请检查网络后再试。',
  });
}

/** WeChat gave no code; the city was not asked. */
function signInFailed() {
  return new Problem({ status: 0, code: 'wechat-login', message: '微信登录没有成功,请稍后再试。' });
}

/** The phone was cleaned up between choosing a file and sending it. */
function fileMissing() {
  const message = '有照片或录音在手机里找不到了,请删去后重新选择。';
  return new Problem({ status: 422, code: 'file-missing', message, fields: { files: message } });
}

/** @param {{statusCode: number, data: any, header?: object}} answer with a body of problem+json (RFC 9457), or of anything */
function refused(answer) {
  const body = parsed(answer.data);
  const fields = {};
  for (const error of body.errors || []) {
    fields[error.field] = error.message;
  }
  return new Problem({
    status: answer.statusCode,
    code: body.code || 'http-' + answer.statusCode,
    message: body.detail || body.title || '服务暂时不可用,请稍后再试。',
    fields,
    retryAfter: Number(header(answer, 'retry-after')) || 0,
    traceId: body.traceId,
  });
}

/** Answers to uploads come as text; a proxy may answer with a page. */
function parsed(data) {
  if (data && typeof data === 'object') {
    return data;
  }
  try {
    return JSON.parse(data) || {};
  } catch (notJson) {
    return {};
  }
}

function header(answer, name) {
  const headers = answer.header || {};
  const found = Object.keys(headers).find((key) => key.toLowerCase() === name);
  return found && headers[found];
}

module.exports = { Problem, offline, signInFailed, fileMissing, refused, parsed };
