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

/**
 * What a function of the SDK asks for, in the contract's form: it is given the path's own parameters, in their order, by
 * name; what comes behind them (words, a body, a key) matters to another test.
 */
async function asked({ operationId, path: at }) {
  const requests = [];
  const note = (method, asked) => {
    requests.push(method + ' ' + asked.split('?')[0].replace(/IN-([a-z]+)/g, '{$1}'));
    return Promise.resolve({});
  };
  const http = {
    plain: note,
    asResident: note,
    upload: (asked) => note('POST', asked),
    download: (asked) => note('GET', asked),
    signOut: () => note('DELETE', '/mini/v1/session'),
  };
  const named = [...at.matchAll(/\{(\w+)\}/g)].map((match) => 'IN-' + match[1]);
  await createApi(http)[operationId](...named);
  return requests[0];
}

test('the contract has operations', () => assert.ok(operations().length > 15));

for (const operation of operations().filter((each) => each.operationId !== 'signIn')) {
  test(operation.operationId + ' asks for what the contract says', async () => {
    assert.equal(await asked(operation), operation.method + ' ' + operation.path);
  });
}

test('every function of the SDK is in the contract', () => {
  const known = operations().map((each) => each.operationId);
  assert.deepEqual(Object.keys(createApi({})).filter((name) => !known.includes(name)), []);
});
