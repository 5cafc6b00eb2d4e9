'use strict';

const test = require('node:test');
const assert = require('node:assert/strict');
const { createShiyu } = require('.');
const { phone } = require('./testing/phone');
const { city } = require('./testing/city');

function begin() {
  const there = city();
  const here = phone(there.answer);
  return { there, here, shiyu: createShiyu({ baseUrl: 'https://jieshou.example.cn/', wx: here.wx }) };
}

test('signs in once for requests made together', async () => {
  const { here, shiyu } = begin();
  await Promise.all([shiyu.api.myCases(), shiyu.api.myCases(), shiyu.api.myCases('next')]);
  assert.equal(here.state.logins, 1);
});

test('needs no session for what anyone may read', async () => {
  const { there, here, shiyu } = begin();
  there.state.refuseNext.push({ status: 200, body: { name: '界首市', kinds: [], grades: [] } });
  assert.equal((await shiyu.api.city()).name, '界首市');
  assert.equal(here.state.logins, 0);
});

test('opens a session anew when the old one has ended', async () => {
  const { there, here, shiyu } = begin();
  await shiyu.api.myCases();
  there.state.sessions.clear();
  await Promise.all([shiyu.api.myCases(), shiyu.api.myCases()]);
  assert.equal(here.state.logins, 2);
});

test('tries to sign in again only once', async () => {
  const { there, here, shiyu } = begin();
  await shiyu.api.myCases();
  const no = there.problem(401, 'not-signed-in');
  there.state.refuseNext.push(no, { status: 200, body: { token: 'useless' } }, no);
  await assert.rejects(shiyu.api.myCases(), { status: 401, code: 'not-signed-in' });
  assert.equal(here.state.logins, 2);
});

test('turns problem+json into an error with its fields', async () => {
  const { there, shiyu } = begin();
  await shiyu.api.myCases();
  there.state.refuseNext.push(there.problem(422, 'bad-input', [{ field: 'words', message: '请填写补充内容。' }]));
  await assert.rejects(shiyu.api.addWords('JS1', ''), (problem) => {
    assert.equal(problem.code, 'bad-input');
    assert.equal(problem.fields.words, '请填写补充内容。');
    assert.equal(problem.traceId, 'trace-1');
    assert.equal(problem.isPassing, false);
    return true;
  });
});

test('says how long to wait, whatever the letters of the header', async () => {
  const { there, shiyu } = begin();
  await shiyu.api.myCases();
  there.state.refuseNext.push(there.problem(429, 'too-many-requests', [], { 'RETRY-AFTER': '30' }));
  await assert.rejects(shiyu.api.myCases(), { status: 429, retryAfter: 30 });
});

test('makes words of a page that some proxy sent', async () => {
  const { there, shiyu } = begin();
  await shiyu.api.myCases();
  there.state.refuseNext.push({ status: 502, body: '<html>Bad Gateway</html>' });
  await assert.rejects(shiyu.api.myCases(), { status: 502, code: 'http-502', message: '服务暂时不可用,请稍后再试。' });
});

test('says so when there is no network', async () => {
  const { here, shiyu } = begin();
  here.state.online = false;
  await assert.rejects(shiyu.api.city(), { status: 0, code: 'offline' });
});

test('forgets the session when signing out', async () => {
  const { here, shiyu } = begin();
  await shiyu.api.myCases();
  await shiyu.api.signOut();
  assert.equal([...here.storage.keys()].length, 0);
  assert.equal(here.state.requests.at(-1).method, 'DELETE');
});
