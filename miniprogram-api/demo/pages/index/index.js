'use strict';

const texts = require('../../texts');

const { api, drafts, outbox } = getApp().shiyu;

Page({
  data: { t: texts.index, callHotlineText: texts.callHotline, city: '', waiting: 0, refused: '', sentNumber: '' },

  onLoad() {
    outbox.onOutcome(({ receipt }) => {
      this.countDrafts();
      if (receipt) {
        this.setData({ sentNumber: receipt.number });
      }
    });
    // Without network the page works all the same, only without the city's name.
    return api.city().then(({ name }) => this.setData({ city: name })).catch(() => {});
  },

  onShow() {
    this.countDrafts();
  },

  countDrafts() {
    const all = drafts.all();
    const refused = all.find((draft) => draft.state === 'REFUSED');
    this.setData({ waiting: all.filter((draft) => draft.state === 'WAITING').length, refused: refused ? refused.key : '' });
  },

  sendNow() {
    return outbox.flush();
  },

  openRefused() {
    wx.navigateTo({ url: '/pages/report/report?draft=' + this.data.refused });
  },

  report() {
    wx.navigateTo({ url: '/pages/report/report' });
  },

  mine() {
    wx.navigateTo({ url: '/pages/cases/cases' });
  },

  lookup() {
    wx.navigateTo({ url: '/pages/lookup/lookup' });
  },

  callHotline() {
    wx.makePhoneCall({ phoneNumber: texts.hotline });
  },
});
