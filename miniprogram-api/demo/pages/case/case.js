'use strict';

const texts = require('../../texts');
const { detail, complain } = require('../../show');

const { api } = getApp().shiyu;

/** What a resident may do with words; the city says which of it is possible now. */
const ACTIONS = {
  ADD_WORDS: (number, words) => api.addWords(number, words),
  URGE: (number, words) => api.urge(number, words),
  ASK_AGAIN: (number, words) => api.askAgain(number, words),
  WITHDRAW: (number, words) => api.withdraw(number, words),
};

Page({
  data: { t: texts.case, loading: texts.loading, ratings: texts.ratings, file: null, photos: [], actions: [], words: '' },

  onLoad({ number }) {
    this.number = number;
    wx.setNavigationBarTitle({ title: texts.case.title });
    return this.read();
  },

  onPullDownRefresh() {
    return this.read().then(() => wx.stopPullDownRefresh());
  },

  read() {
    return api.myCase(this.number)
      .then((file) => {
        const actions = Object.keys(ACTIONS).filter((code) => file.allowed.includes(code));
        this.setData({ file: detail(file), actions: actions.map((code) => ({ code, name: texts.case[code] })) });
        return this.readPhotos(file.files);
      })
      .catch(complain);
  },

  /** An image cannot send the session along: its file is fetched first. */
  readPhotos(files) {
    const photos = files.filter((file) => file.thumbUrl);
    return Promise.all(photos.map((file) => api.miniThumb(file.id))).then((paths) => this.setData({ photos: paths }));
  },

  write({ detail: { value } }) {
    this.setData({ words: value });
  },

  act({ currentTarget }) {
    const action = currentTarget.dataset.action;
    if (action !== 'WITHDRAW') {
      return this.carryOut(ACTIONS[action]);
    }
    wx.showModal({ content: texts.case.sureWithdraw, success: ({ confirm }) => confirm && this.carryOut(ACTIONS.WITHDRAW) });
  },

  carryOut(action) {
    return action(this.number, this.data.words)
      .then(() => {
        wx.showToast({ title: texts.done });
        this.setData({ words: '' });
        return this.read();
      })
      .catch(complain);
  },

  rate({ currentTarget }) {
    const level = currentTarget.dataset.level;
    return this.carryOut((number, words) => api.rate(number, { level, words }));
  },
});
