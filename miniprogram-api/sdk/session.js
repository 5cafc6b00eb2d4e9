'use strict';

const { call } = require('./wxCalls');
const { signInFailed } = require('./problem');

/**
 * The resident's session: signed in when first needed, kept in storage, shared by all requests.
 *
 * @param {object} wx
 * @param {string} storageKey
 * @param {(code: string) => Promise<{token: string}>} signIn exchanges a code of `wx.login`
 */
function createSession(wx, storageKey, signIn) {
  let signingIn = null;

  const stored = () => wx.getStorageSync(storageKey) || null;

  async function open() {
    const { code } = await call(wx, 'login').catch(() => {
      throw signInFailed();
    });
    const { token } = await signIn(code);
    wx.setStorageSync(storageKey, token);
    return token;
  }

  /** However many requests ask at once, WeChat is asked once. */
  function token() {
    if (stored()) {
      return Promise.resolve(stored());
    }
    signingIn = signingIn || open().finally(() => { signingIn = null; });
    return signingIn;
  }

  /** Forgets a token the server no longer takes, unless another request has renewed it meanwhile. */
  function forget(refusedToken) {
    if (stored() === refusedToken) {
      wx.removeStorageSync(storageKey);
    }
  }

  return { token, forget, stored };
}

module.exports = { createSession };
