'use strict';

const { call } = require('./wxCalls');

const PREFIX = 'shiyu.draft.';

/**
 * A report not yet acknowledged by the city.
 *
 * @typedef {object} Draft
 * @property {string} key idempotency key, made with the draft and kept until the city has acknowledged it
 * @property {'OPEN'|'WAITING'|'REFUSED'} state OPEN: being written. WAITING: to be sent; an attempt may have arrived, so its
 *   words are fixed. REFUSED: the city said why not; it may be changed and sent again.
 * @property {object} submission CaseSubmission of the contract, without `files`
 * @property {{path: string, id: ?string}[]} files on this phone; with their id once uploaded
 * @property {?{code: string, message: string, fields: Object<string, string>}} problem why the last attempt failed
 * @property {number} attempts
 * @property {number} createdAt
 */

/** Drafts in WeChat's storage, one key each: they outlive the mini-program's end and belong to this person on this phone. */
function createDrafts(wx) {
  const save = (draft) => {
    wx.setStorageSync(PREFIX + draft.key, draft);
    return draft;
  };

  /** @returns {Draft} */
  function start(submission) {
    return save({ key: uuid(), state: 'OPEN', submission: submission || {}, files: [], problem: null, attempts: 0, createdAt: Date.now() });
  }

  /** @returns {?Draft} */
  const find = (key) => wx.getStorageSync(PREFIX + key) || null;

  /** @returns {Draft[]} oldest first */
  const all = () =>
    wx.getStorageInfoSync().keys
      .filter((name) => name.startsWith(PREFIX))
      .map((name) => wx.getStorageSync(name))
      .filter(Boolean)
      .sort((a, b) => a.createdAt - b.createdAt);

  /** @throws {Error} while an attempt may have arrived: other words under the same key would be another case */
  function write(key, submission) {
    const draft = find(key);
    if (draft.state === 'WAITING') {
      throw new Error('正在提交,现在不能修改。');
    }
    return save(Object.assign(draft, { submission }));
  }

  /** Takes a chosen photo or recording over: WeChat deletes temporary files when it likes. */
  async function addFile(key, tempFilePath) {
    const { savedFilePath } = await call(wx.getFileSystemManager(), 'saveFile', { tempFilePath });
    const draft = find(key);
    draft.files.push({ path: savedFilePath, id: null });
    return save(draft);
  }

  function removeFile(key, path) {
    const draft = find(key);
    draft.files = draft.files.filter((file) => file.path !== path);
    unlink(path);
    return save(draft);
  }

  function hasFile(path) {
    try {
      wx.getFileSystemManager().accessSync(path);
      return true;
    } catch (gone) {
      return false;
    }
  }

  function discard(key) {
    const draft = find(key);
    wx.removeStorageSync(PREFIX + key);
    (draft ? draft.files : []).forEach((file) => unlink(file.path));
  }

  /** A file left behind costs space, nothing else. */
  function unlink(filePath) {
    wx.getFileSystemManager().unlink({ filePath, fail: () => {} });
  }

  return { start, find, all, save, write, addFile, removeFile, hasFile, discard };
}

/** A version 4 UUID. Not a secret: it need only differ from this person's other keys. */
function uuid() {
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (place) => {
    const random = Math.floor(Math.random() * 16);
    return (place === 'x' ? random : (random & 3) | 8).toString(16);
  });
}

module.exports = { createDrafts };
