'use strict';

const { createShiyu } = require('./sdk/index');
const { baseUrl } = require('./config');

App({
  shiyu: createShiyu({ baseUrl }),

  onLaunch() {
    this.shiyu.outbox.watchNetwork();
  },

  /** What waited while the mini-program was closed goes out now. */
  onShow() {
    this.shiyu.outbox.flush();
  },
});
