'use strict';

const texts = require('../../texts');
const { item, complain } = require('../../show');

const { api } = getApp().shiyu;

Page({
  data: { t: texts.cases, loading: texts.loading, empty: texts.empty, moreText: texts.more, items: [], next: null, reading: true, typed: '', q: '' },

  onLoad() {
    wx.setNavigationBarTitle({ title: texts.cases.title });
  },

  /** Also on the way back from a case, where something may have changed. */
  onShow() {
    return this.read(null, []);
  },

  onPullDownRefresh() {
    return this.read(null, []).then(() => wx.stopPullDownRefresh());
  },

  more() {
    return this.read(this.data.next, this.data.items);
  },

  type({ detail }) {
    this.setData({ typed: detail.value });
  },

  /** An empty field shows all again. */
  search() {
    this.setData({ q: this.data.typed.trim(), reading: true, items: [] });
    return this.read(null, []);
  },

  read(after, before) {
    return api.myCases(after, this.data.q)
      .then((page) => this.setData({ items: before.concat(page.items.map(item)), next: page.next }))
      .catch(complain)
      .then(() => this.setData({ reading: false }));
  },

  open({ currentTarget }) {
    wx.navigateTo({ url: '/pages/case/case?number=' + currentTarget.dataset.number });
  },
});
