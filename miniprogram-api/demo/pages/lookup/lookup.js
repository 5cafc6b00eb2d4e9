'use strict';

const texts = require('../../texts');
const { detail, complain } = require('../../show');

const { api } = getApp().shiyu;

Page({
  data: { t: texts.lookup, caseTexts: texts.case, number: '', code: '', file: null },

  onLoad() {
    wx.setNavigationBarTitle({ title: texts.lookup.title });
  },

  type({ currentTarget, detail: { value } }) {
    this.setData({ [currentTarget.dataset.field]: value });
  },

  find() {
    return api.lookUp(this.data.number, this.data.code)
      .then((file) => this.setData({ file: detail(file) }))
      .catch(complain);
  },
});
