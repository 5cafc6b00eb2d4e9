'use strict';

const { call } = require('./wxCalls');
const { offline, refused, parsed } = require('./problem');
const { createSession } = require('./session');

const TIMEOUT_MILLIS = 15000;
/** Ten megabytes over a village's network take their time. */
const TRANSFER_MILLIS = 120000;

/**
 * Requests to one city. The city is its host name; nothing else names it.
 *
 * @param {object} wx
 * @param {string} baseUrl e.g. `https://shiyu.example.gov.cn`, without a slash at the end
 */
function createHttp(wx, baseUrl) {
  const session = createSession(wx, 'shiyu.session.' + baseUrl, (code) => plain('POST', '/mini/v1/session', { data: { code } }));

  async function answered(name, options) {
    let answer;
    try {
      answer = await call(wx, name, options);
    } catch (failure) {
      throw offline(failure);
    }
    if (answer.statusCode >= 400) {
      throw refused(answer);
    }
    return answer;
  }

  /** As nobody in particular. */
  async function plain(method, path, { data, header } = {}) {
    const answer = await answered('request', { url: baseUrl + path, method, data, header, dataType: 'json', timeout: TIMEOUT_MILLIS });
    return answer.data;
  }

  /** As the resident; a session that has ended is opened anew, once. */
  async function signedIn(send) {
    const token = await session.token();
    try {
      return await send({ Authorization: 'Bearer ' + token });
    } catch (problem) {
      if (problem.status !== 401) {
        throw problem;
      }
      session.forget(token);
      return send({ Authorization: 'Bearer ' + (await session.token()) });
    }
  }

  function asResident(method, path, { data, header } = {}) {
    return signedIn((credentials) => plain(method, path, { data, header: Object.assign({}, header, credentials) }));
  }

  /** @param {string} filePath of the phone */
  function upload(path, filePath) {
    return signedIn(async (header) => {
      const options = { url: baseUrl + path, filePath, name: 'file', header, timeout: TRANSFER_MILLIS };
      return parsed((await answered('uploadFile', options)).data);
    });
  }

  /** @returns {Promise<string>} a temporary file: images in pages cannot send a session along */
  function download(path) {
    return signedIn(async (header) =>
      (await answered('downloadFile', { url: baseUrl + path, header, timeout: TRANSFER_MILLIS })).tempFilePath);
  }

  async function signOut() {
    const token = session.stored();
    if (token) {
      session.forget(token);
      await plain('DELETE', '/mini/v1/session', { header: { Authorization: 'Bearer ' + token } });
    }
  }

  return { plain, asResident, upload, download, signOut };
}

module.exports = { createHttp };
