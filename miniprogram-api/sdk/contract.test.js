'use strict';

const test = require('node:test');
const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { createApi } = require('./api');

const contract = fs.readFileSync(path.join(__dirname, '..', 'openapi.yaml'), 'utf8');

/** `[{method, path, operationId}]`, read line by line: the file is written by a generator, always with the same indents. */
function operations() {
  const found = [];
  let at = '';
  let method = '';
  for (const line of contract.split('\n')) {
    at = (line.match(/^  (\/\S+):$/) || [])[1] || at;
    method = (line.match(/^    (get|post|put|delete|patch):$/) || [])[1] || method;
    const id = (line.match(/^      operationId: (\S+)$/) || [])[1];
    if (id) {
      found.push({ method: method.toUpperCase(), path: at, operationId: id });
    }
  }
  return found;
}

/** What each function of the SDK asks for, in the contract's form. */
async function asked(name) {
  const requests = [];
  const note = (method) => (at) => {
    requests.push(method + ' ' + at.split('?')[0].replace('LAW', '{law}').replace('NUMBER', '{number}').replace('THE-ID', '{id}'));
    return Promise.resolve({});
  };
  const by = (method, at) => note(method)(at);
  const http = { plain: by, asResident: by, upload: note('POST'), download: note('GET'), signOut: () => note('DELETE')('/mini/v1/session') };
  const argument = name === 'miniFile' || name === 'miniThumb' ? 'THE-ID' : name === 'board' || name === 'myCases' || name === 'regions' || name === 'laws' ? undefined : 'NUMBER';
  await createApi(http)[name](...(name === 'lawArticle' ? ['LAW', 'NUMBER'] : [argument, 'words']));
  return requests[0];
}

test('the contract has operations', () => assert.ok(operations().length > 15));

for (const operation of operations().filter((each) => each.operationId !== 'signIn')) {
  test(operation.operationId + ' asks for what the contract says', async () => {
    assert.equal(await asked(operation.operationId), operation.method + ' ' + operation.path);
  });
}

test('every function of the SDK is in the contract', () => {
  const known = operations().map((each) => each.operationId);
  assert.deepEqual(Object.keys(createApi({})).filter((name) => !known.includes(name)), []);
});
