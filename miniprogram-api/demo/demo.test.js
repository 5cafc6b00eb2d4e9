'use strict';

const test = require('node:test');
const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const texts = require('./texts');
const { createShiyu } = require('../sdk');
const { phone } = require('../sdk/testing/phone');
const { city } = require('../sdk/testing/city');

const PAGES = require('./app.json').pages;
const COMPONENTS = ['components/privacy/privacy'];
const here = (...parts) => path.join(__dirname, ...parts);

const TOWNSHIPS = [{ code: '341282100000', name: '光武镇', level: 'TOWNSHIP', hasChildren: false }];
const FILE = {
  number: 'JS202611230000017', subject: '井盖松动', status: 'HANDLING', step: 3, body: '一过就响', region: '光武镇', unit: '城市管理局', reply: null,
  submittedAt: '2026-11-23T04:05:06.123456Z', dueAt: '2026-11-30T09:30:00Z', light: 'GREEN', allowed: ['ADD_WORDS', 'URGE'], mayRate: false,
  timeLine: [{ at: '2026-11-23T04:05:06.123456Z', type: 'CaseSubmitted', who: '', words: null, details: [] }],
  limits: [{ title: '办理', dueAt: '2026-11-30T09:30:00Z', why: ['限5个工作日'] }], files: [{ id: 'f1', thumbUrl: '/mini/v1/files/f1/thumb' }], lookUpCode: 'ABCD2345',
};

/** The city of the SDK's tests, and what pages read besides. */
function answering() {
  const there = city();
  const fixed = {
    'GET /mini/v1/city': { name: '界首市', kinds: [{ code: 'HAZARD', name: '隐患', hint: '可能出事' }], grades: [] },
    'GET /mini/v1/regions': TOWNSHIPS,
    'GET /mini/v1/cases': { items: [FILE], next: null },
    'GET /mini/v1/cases/JS202611230000017': FILE,
    'POST /mini/v1/look-ups': FILE,
    'POST /mini/v1/cases/JS202611230000017/urges': { number: FILE.number, status: 'HANDLING', version: 4 },
  };
  return (request) => {
    const body = fixed[request.method + ' ' + request.path.split('?')[0]];
    return body ? { status: 200, body } : there.answer(request);
  };
}

/** Opens a page as WeChat would, with the parameters of its address. */
async function opened(name, parameters) {
  const device = phone(answering());
  const dialogs = [];
  global.wx = Object.assign(device.wx, {
    setNavigationBarTitle() {}, navigateTo() {}, navigateBack() {}, pageScrollTo() {}, stopPullDownRefresh() {}, showToast() {},
    showModal: (dialog) => dialogs.push(dialog),
    chooseMedia: ({ success }) => success({ tempFiles: [{ tempFilePath: 'tmp://1.jpg' }] }),
    getLocation: ({ type, success }) => success(type === 'gcj02' ? { longitude: 115.37, latitude: 33.26 } : {}),
  });
  const shiyu = createShiyu({ baseUrl: 'https://jieshou.example.cn', wx: device.wx });
  global.getApp = () => ({ shiyu });
  let page;
  global.Page = (definition) => { page = definition; };
  const file = here('pages', name, name + '.js');
  delete require.cache[file];
  require(file);
  page.setData = (changes) => Object.assign(page.data, changes);
  page.selectComponent = () => ({ ensure: () => Promise.resolve(page.agrees !== false) });
  await page.onLoad(parameters || {});
  if (page.onShow) {
    await page.onShow();
  }
  return { page, dialogs, device, shiyu };
}

const event = (dataset, value) => ({ currentTarget: { dataset }, detail: { value } });

test('every page and component is whole', () => {
  for (const each of PAGES.concat(COMPONENTS)) {
    for (const ending of ['.js', '.json', '.wxml']) {
      assert.ok(fs.existsSync(here(each + ending)), each + ending);
    }
  }
});

test('every handler a page names is there', () => {
  for (const each of PAGES.concat(COMPONENTS)) {
    const script = fs.readFileSync(here(each + '.js'), 'utf8');
    const handlers = [...fs.readFileSync(here(each + '.wxml'), 'utf8').matchAll(/\bbind\w+="(\w+)"/g)].map((found) => found[1]);
    handlers.forEach((handler) => assert.match(script, new RegExp('^\\s+(async )?' + handler + '\\(', 'm'), each + ': ' + handler));
  }
});

test('every text a page shows is written', () => {
  const sections = { index: 'index', report: 'report', cases: 'cases', case: 'case', detail: 'case', lookup: 'lookup', privacy: 'privacy' };
  for (const file of PAGES.map((each) => each + '.wxml').concat('pages/case/detail.wxml', 'components/privacy/privacy.wxml')) {
    const section = texts[sections[path.basename(file, '.wxml')]];
    const names = [...fs.readFileSync(here(file), 'utf8').matchAll(/\bt\.(\w+)/g)].map((found) => found[1]);
    names.forEach((name) => assert.ok(section[name], file + ': ' + name));
  }
});

test('no page holds Chinese of its own', () => {
  for (const file of PAGES.concat(COMPONENTS)) {
    assert.doesNotMatch(fs.readFileSync(here(file + '.wxml'), 'utf8'), /[一-鿿]/, file);
  }
});

test('a report goes from the form to its number', async () => {
  const { page, dialogs, shiyu } = await opened('report');
  page.type(event({ field: 'kind' }, 'HAZARD'));
  await page.pickRegion(event({ level: 0 }, '0'));
  page.type(event({ field: 'subject' }, '井盖松动'));
  page.type(event({ field: 'body' }, '人民路口的井盖松动'));
  await page.locate();
  await page.addPhotos();
  await new Promise(setImmediate);
  assert.equal(page.data.typed.lng, 115.37);
  assert.equal(page.data.files.length, 1);
  await page.submit();
  assert.match(dialogs[0].content, /编号:JS.*\n查询码:ABCD2345/);
  assert.deepEqual(shiyu.drafts.all(), []);
});

test('a form with a fault keeps what was typed and says what to change', async () => {
  const { page } = await opened('report');
  page.type(event({ field: 'body' }, '人民路口的井盖松动'));
  await page.submit();
  assert.equal(page.data.fields.region, '请选择事情发生在哪个乡镇(街道)。');
  assert.equal(page.data.typed.body, '人民路口的井盖松动');
});

test('without consent nothing private is touched', async () => {
  const { page } = await opened('report');
  page.agrees = false;
  await page.locate();
  await page.addPhotos();
  assert.equal(page.data.typed.lng, null);
  assert.deepEqual(page.data.files, []);
});

test('without network a report waits, and the first page says so', async () => {
  const { page, dialogs, device, shiyu } = await opened('report');
  await page.pickRegion(event({ level: 0 }, '0'));
  device.state.online = false;
  await page.submit();
  shiyu.outbox.stop();
  assert.equal(dialogs[0].content, texts.report.queued);
  assert.equal(shiyu.drafts.all()[0].state, 'WAITING');
});

test('my cases and one case are shown in words', async () => {
  const list = (await opened('cases')).page;
  assert.equal(list.data.items[0].statusName, '处置中');
  const { page } = await opened('case', { number: FILE.number });
  assert.equal(page.data.file.submitted, '2026年11月23日 12:05');
  assert.deepEqual(page.data.file.why, ['限5个工作日']);
  assert.deepEqual(page.data.actions.map((action) => action.code), ['ADD_WORDS', 'URGE']);
  assert.equal(page.data.photos.length, 1);
});

test('urging sends what was written', async () => {
  const { page, device } = await opened('case', { number: FILE.number });
  page.write({ detail: { value: '三天没有消息了' } });
  await page.act(event({ action: 'URGE' }));
  assert.deepEqual(device.state.requests.find((each) => each.path.endsWith('/urges')).data, { words: '三天没有消息了' });
  assert.equal(page.data.words, '');
});

test('a case is found by number and code', async () => {
  const { page } = await opened('lookup');
  page.type(event({ field: 'number' }, FILE.number));
  page.type(event({ field: 'code' }, 'ABCD2345'));
  await page.find();
  assert.equal(page.data.file.statusName, '处置中');
});

test('the first page names the city', async () => {
  const { page } = await opened('index');
  assert.equal(page.data.city, '界首市');
  assert.equal(page.data.waiting, 0);
});

test('own cases are searched by words, and an empty field shows all again', async () => {
  const { page, device } = await opened('cases');
  page.type(event({}, ' 井盖 松动 '));
  await page.search();
  assert.deepEqual(page.data.items.map((item) => item.number), [FILE.number]);
  assert.match(device.state.requests[device.state.requests.length - 1].path, /\/cases\?q=%E4%BA%95%E7%9B%96%20%E6%9D%BE%E5%8A%A8$/);
  page.type(event({}, ''));
  await page.search();
  assert.match(device.state.requests[device.state.requests.length - 1].path, /\/cases$/);
});
