'use strict';

/** A city's side of the contract, as far as sending needs it: sessions, uploads, idempotency. */
function city() {
  const state = { sessions: new Set(), cases: new Map(), uploads: 0, knownFiles: new Set(), refuseNext: [] };

  const problem = (status, code, errors, header) => ({
    status,
    header,
    body: { type: '/problems/' + code, status, code, detail: '说明:' + code, errors, traceId: 'trace-1' },
  });

  function answer({ method, path, header, data, filePath }) {
    if (state.refuseNext.length) {
      return state.refuseNext.shift();
    }
    if (path === '/mini/v1/session' && method === 'POST') {
      const token = 'session-of-' + data.code;
      state.sessions.add(token);
      return { status: 200, body: { token, expiresIn: 2592000 } };
    }
    if (!state.sessions.has((header.Authorization || '').replace('Bearer ', ''))) {
      return problem(401, 'not-signed-in');
    }
    if (path === '/mini/v1/files') {
      const id = 'file-' + ++state.uploads + filePath;
      state.knownFiles.add(id);
      return { status: 201, body: { id } };
    }
    return path === '/mini/v1/cases' && method === 'POST' ? submit(header['Idempotency-Key'], data) : { status: 200, body: { items: [], next: null } };
  }

  function submit(key, data) {
    const body = JSON.stringify(data);
    const known = state.cases.get(key);
    if (known) {
      return known.body === body ? { status: 201, body: known.receipt } : problem(409, 'idempotency-key-reused');
    }
    if (!data.region) {
      return problem(422, 'bad-input', [{ field: 'region', message: '请选择事情发生在哪个乡镇(街道)。' }]);
    }
    if (data.files.some((id) => !state.knownFiles.has(id))) {
      return problem(422, 'bad-upload', [{ field: 'files', message: '有文件已经过期或不属于您,请重新上传。' }]);
    }
    const receipt = { number: 'JS20261123' + String(state.cases.size + 1).padStart(6, '0') + '0', lookUpCode: 'ABCD2345', status: 'SUBMITTED' };
    state.cases.set(key, { body, receipt });
    return { status: 201, body: receipt };
  }

  return { state, answer, problem };
}

module.exports = { city };
