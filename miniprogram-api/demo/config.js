'use strict';

/** The city's address. A mini-program speaks to one city; its host name must be listed in WeChat's console in production. */
module.exports = { baseUrl: 'http://jieshou.localhost:8080' };
