'use strict';

const { createHttp } = require('./http');
const { createApi } = require('./api');
const { createDrafts } = require('./drafts');
const { createOutbox } = require('./outbox');
const { Problem } = require('./problem');

/**
 * Everything a mini-program needs to speak to one city.
 *
 * @param {object} settings
 * @param {string} settings.baseUrl the city's address, e.g. `https://shiyu.example.gov.cn`
 * @param {object} [settings.wx] WeChat's object; the global one unless given
 */
function createShiyu({ baseUrl, wx: given }) {
  const weChat = given || wx;
  const api = createApi(createHttp(weChat, baseUrl.replace(/\/+$/, '')));
  const drafts = createDrafts(weChat);
  return { api, drafts, outbox: createOutbox(weChat, api, drafts) };
}

module.exports = { createShiyu, Problem };
