'use strict';

/**
 * WeChat as tests see it: storage, files and a network that can be cut. Requests go to a function.
 *
 * @param {(request: {method: string, path: string, header: object, data: any, filePath: ?string}) => {status: number, body: any}} answer
 */
function phone(answer) {
  const storage = new Map();
  const files = new Set();
  const networkListeners = [];
  const state = { online: true, losesAnswers: false, logins: 0, requests: [] };

  /** WeChat hands out copies, never the object that was put in. */
  const copy = (value) => (value === undefined ? '' : JSON.parse(JSON.stringify(value)));

  function send(options, method) {
    setTimeout(() => {
      if (!state.online) {
        options.fail({ errMsg: 'request:fail net::ERR_INTERNET_DISCONNECTED' });
        return;
      }
      const path = options.url.replace(/^https?:\/\/[^/]+/, '');
      const request = { method, path, header: options.header || {}, data: copy(options.data), filePath: options.filePath };
      state.requests.push(request);
      const { status, body, header } = answer(request);
      if (state.losesAnswers) {
        options.fail({ errMsg: 'request:fail timeout' });
      } else {
        const data = options.filePath ? JSON.stringify(body) : body;
        options.success({ statusCode: status, data, header: header || {}, tempFilePath: 'tmp://' + path });
      }
    }, 0);
  }

  const wx = {
    login: ({ success }) => success({ code: 'code-' + ++state.logins }),
    request: (options) => send(options, options.method || 'GET'),
    uploadFile: (options) => send(options, 'POST'),
    downloadFile: (options) => send(options, 'GET'),
    getStorageSync: (key) => copy(storage.get(key)),
    setStorageSync: (key, value) => storage.set(key, copy(value)),
    removeStorageSync: (key) => storage.delete(key),
    getStorageInfoSync: () => ({ keys: [...storage.keys()] }),
    onNetworkStatusChange: (listener) => networkListeners.push(listener),
    getFileSystemManager: () => ({
      saveFile: ({ tempFilePath, success }) => {
        const savedFilePath = tempFilePath.replace('tmp:', 'store:');
        files.add(savedFilePath);
        success({ savedFilePath });
      },
      accessSync: (path) => {
        if (!files.has(path)) {
          throw new Error('no such file');
        }
      },
      unlink: ({ filePath }) => files.delete(filePath),
    }),
  };

  function comesOnline() {
    state.online = true;
    networkListeners.forEach((listener) => listener({ isConnected: true }));
  }

  return { wx, state, storage, files, comesOnline };
}

module.exports = { phone };
