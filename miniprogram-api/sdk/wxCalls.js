'use strict';

/**
 * Calls one of WeChat's functions and gives a promise. Not all of them give one by themselves, and old base libraries none.
 *
 * @param {object} wx WeChat's object
 * @param {string} name e.g. `login`
 * @param {object} [options] without success and fail
 * @returns {Promise<any>} fails with what `fail` was given (`errMsg`, `errno`)
 */
function call(wx, name, options) {
  return new Promise((resolve, reject) => {
    wx[name](Object.assign({}, options, { success: resolve, fail: reject }));
  });
}

module.exports = { call };
