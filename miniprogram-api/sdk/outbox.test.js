'use strict';

const test = require('node:test');
const assert = require('node:assert/strict');
const { createShiyu } = require('.');
const { phone } = require('./testing/phone');
const { city } = require('./testing/city');

const WORDS = { kind: 'HAZARD', subject: '井盖松动', body: '人民路口的井盖松动,车一过就响。', region: '341282001001', visibility: 'PUBLIC', anonymous: false };

function begin(t) {
  const there = city();
  const here = phone(there.answer);
  const shiyu = createShiyu({ baseUrl: 'https://jieshou.example.cn', wx: here.wx });
  t.after(() => shiyu.outbox.stop());
  return { there, here, shiyu, submissions: () => here.state.requests.filter((each) => each.method === 'POST' && each.path === '/mini/v1/cases') };
}

test('gives the receipt and forgets the draft', async (t) => {
  const { there, shiyu } = begin(t);
  const draft = shiyu.drafts.start(WORDS);
  const receipt = await shiyu.outbox.submit(draft.key);
  assert.match(receipt.number, /^JS/);
  assert.equal(there.state.cases.size, 1);
  assert.deepEqual(shiyu.drafts.all(), []);
});

test('is one case when the answer is lost twice', async (t) => {
  const { there, here, shiyu, submissions } = begin(t);
  await shiyu.api.myCases();
  const draft = shiyu.drafts.start(WORDS);
  here.state.losesAnswers = true;
  assert.equal(await shiyu.outbox.submit(draft.key), null);
  assert.equal(await shiyu.outbox.submit(draft.key), null);
  here.state.losesAnswers = false;
  const [outcome] = await shiyu.outbox.flush();
  assert.match(outcome.receipt.number, /^JS/);
  assert.equal(there.state.cases.size, 1);
  assert.equal(new Set(submissions().map((each) => each.header['Idempotency-Key'])).size, 1);
  assert.equal(submissions().length, 3);
});

test('sends by itself when the network comes back', async (t) => {
  const { there, here, shiyu } = begin(t);
  shiyu.outbox.watchNetwork();
  here.state.online = false;
  const draft = shiyu.drafts.start(WORDS);
  assert.equal(await shiyu.outbox.submit(draft.key), null);
  assert.equal(shiyu.drafts.find(draft.key).problem.code, 'offline');
  const sent = new Promise((resolve) => shiyu.outbox.onOutcome(resolve));
  here.comesOnline();
  assert.match((await sent).receipt.number, /^JS/);
  assert.equal(there.state.cases.size, 1);
});

test('sends after the mini-program was ended and opened again', async (t) => {
  const { there, here, shiyu } = begin(t);
  here.state.online = false;
  await shiyu.outbox.submit(shiyu.drafts.start(WORDS).key);
  shiyu.outbox.stop();
  here.state.online = true;
  const openedAgain = createShiyu({ baseUrl: 'https://jieshou.example.cn', wx: here.wx });
  await openedAgain.outbox.flush();
  assert.equal(there.state.cases.size, 1);
});

test('keeps refused words, and sends them put right under the same key', async (t) => {
  const { there, shiyu, submissions } = begin(t);
  const draft = shiyu.drafts.start(Object.assign({}, WORDS, { region: '' }));
  await assert.rejects(shiyu.outbox.submit(draft.key), (problem) => problem.fields.region.includes('乡镇'));
  assert.equal(shiyu.drafts.find(draft.key).state, 'REFUSED');
  assert.deepEqual(await shiyu.outbox.flush(), []);
  shiyu.drafts.write(draft.key, WORDS);
  await shiyu.outbox.submit(draft.key);
  assert.equal(there.state.cases.size, 1);
  assert.equal(submissions()[0].header['Idempotency-Key'], submissions()[1].header['Idempotency-Key']);
});

test('does not let words change while an attempt may have arrived', async (t) => {
  const { here, shiyu } = begin(t);
  here.state.online = false;
  const draft = shiyu.drafts.start(WORDS);
  await shiyu.outbox.submit(draft.key);
  assert.throws(() => shiyu.drafts.write(draft.key, Object.assign({}, WORDS, { subject: '别的' })), /不能修改/);
});

test('uploads each photo once over all attempts, and cleans up', async (t) => {
  const { there, here, shiyu } = begin(t);
  await shiyu.api.myCases();
  const draft = shiyu.drafts.start(WORDS);
  await shiyu.drafts.addFile(draft.key, 'tmp://1.jpg');
  await shiyu.drafts.addFile(draft.key, 'tmp://2.jpg');
  there.state.refuseNext.push(there.answer({ path: '/mini/v1/files', header: authorised(there), filePath: 'store://1.jpg' }));
  there.state.refuseNext.push(there.problem(503, 'unavailable'));
  assert.equal(await shiyu.outbox.submit(draft.key), null);
  await shiyu.outbox.flush();
  assert.equal(there.state.uploads, 2);
  assert.equal(there.state.cases.size, 1);
  assert.equal(here.files.size, 0);
});

test('uploads again what the city has swept', async (t) => {
  const { there, here, shiyu } = begin(t);
  const draft = shiyu.drafts.start(WORDS);
  await shiyu.drafts.addFile(draft.key, 'tmp://1.jpg');
  here.state.online = false;
  await shiyu.outbox.submit(draft.key);
  shiyu.drafts.save(Object.assign(shiyu.drafts.find(draft.key), { files: [{ path: 'store://1.jpg', id: 'swept-long-ago' }] }));
  here.state.online = true;
  await shiyu.outbox.flush();
  assert.equal(there.state.cases.size, 1);
});

test('asks for a photo that is gone, and does not hold up others', async (t) => {
  const { there, here, shiyu } = begin(t);
  const draft = shiyu.drafts.start(WORDS);
  await shiyu.drafts.addFile(draft.key, 'tmp://1.jpg');
  here.files.clear();
  await assert.rejects(shiyu.outbox.submit(draft.key), { code: 'file-missing' });
  assert.match((await shiyu.outbox.submit(shiyu.drafts.start(WORDS).key)).number, /^JS/);
  assert.equal(there.state.cases.size, 1);
});

test('gives each of two drafts sent at once its own receipt', async (t) => {
  const { there, shiyu } = begin(t);
  const keys = [shiyu.drafts.start(WORDS).key, shiyu.drafts.start(WORDS).key];
  const receipts = await Promise.all(keys.map((key) => shiyu.outbox.submit(key)));
  assert.notEqual(receipts[0].number, receipts[1].number);
  assert.equal(there.state.cases.size, 2);
});

function authorised(there) {
  return { Authorization: 'Bearer ' + [...there.state.sessions][0] };
}
