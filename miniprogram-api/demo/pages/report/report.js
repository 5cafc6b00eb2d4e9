'use strict';

const texts = require('../../texts');
const { complain } = require('../../show');

const { api, drafts, outbox } = getApp().shiyu;

const NOTHING_YET = { kind: '', region: '', address: '', lng: null, lat: null, subject: '', body: '', visibility: 'PUBLIC', anonymous: false, contactPhone: '' };

Page({
  data: { t: texts.report, kinds: [], levels: [], typed: NOTHING_YET, files: [], faults: [], fields: {}, submitting: false },

  onLoad({ draft }) {
    wx.setNavigationBarTitle({ title: texts.report.title });
    const open = (draft && drafts.find(draft)) || drafts.all().find((each) => each.state === 'OPEN') || drafts.start(NOTHING_YET);
    this.key = open.key;
    this.setData({ typed: Object.assign({}, NOTHING_YET, open.submission), files: open.files });
    this.showFaults(open.problem);
    return Promise.all([api.city(), api.regions()])
      .then(([city, regions]) => this.setData({ kinds: city.kinds, levels: [{ regions, name: open.submission.region ? texts.report.regionChosen : '' }] }))
      .catch(complain);
  },

  /** Kept at every letter: a call that comes in loses nothing. */
  type({ currentTarget, detail }) {
    this.keep({ [currentTarget.dataset.field]: detail.value });
  },

  keep(changes) {
    const typed = Object.assign({}, this.data.typed, changes);
    this.setData({ typed });
    drafts.write(this.key, typed);
  },

  /** Each choice opens the level below it, down to the village; a township is enough. */
  pickRegion({ currentTarget, detail }) {
    const level = currentTarget.dataset.level;
    const levels = this.data.levels.slice(0, level + 1);
    const region = levels[level].regions[detail.value];
    levels[level] = { regions: levels[level].regions, chosen: Number(detail.value), name: region.name };
    this.setData({ levels });
    this.keep({ region: region.code });
    return region.hasChildren ? this.openLevel(levels, region.code) : Promise.resolve();
  },

  openLevel(levels, parent) {
    return api.regions(parent)
      .then((regions) => this.setData({ levels: levels.concat({ regions }) }))
      .catch(complain);
  },

  async locate() {
    if (this.data.typed.lng) {
      this.keep({ lng: null, lat: null });
      return;
    }
    if (await this.selectComponent('#privacy').ensure()) {
      wx.getLocation({
        // As maps in China are drawn; cities keep every point so (docs/look.md).
        type: 'gcj02',
        success: ({ longitude, latitude }) => this.keep({ lng: longitude, lat: latitude }),
        fail: () => complain({ message: texts.report.notLocated }),
      });
    }
  },

  async addPhotos() {
    if (await this.selectComponent('#privacy').ensure()) {
      wx.chooseMedia({
        count: 9,
        mediaType: ['image'],
        // WeChat then gives JPEG: iPhones' HEIC is not taken.
        sizeType: ['compressed'],
        success: ({ tempFiles }) => this.takePhotos(tempFiles),
      });
    }
  },

  async takePhotos(tempFiles) {
    try {
      for (const file of tempFiles) {
        this.setData({ files: (await drafts.addFile(this.key, file.tempFilePath)).files });
      }
    } catch (failure) {
      complain({ message: texts.report.notChosen });
    }
  },

  removePhoto({ currentTarget }) {
    this.setData({ files: drafts.removeFile(this.key, currentTarget.dataset.path).files });
  },

  async submit() {
    this.setData({ submitting: true, faults: [], fields: {} });
    try {
      this.tellReceipt(await outbox.submit(this.key));
    } catch (problem) {
      this.showFaults(problem);
    } finally {
      this.setData({ submitting: false });
    }
  },

  showFaults(problem) {
    if (problem) {
      const faults = Object.values(problem.fields);
      this.setData({ fields: problem.fields, faults: faults.length ? faults : [problem.message] });
      wx.pageScrollTo({ scrollTop: 0 });
    }
  },

  tellReceipt(receipt) {
    const content = receipt ? texts.report.receipt(receipt.number, receipt.lookUpCode) : texts.report.queued;
    wx.showModal({ title: receipt ? texts.report.receiptTitle : '', content, showCancel: false, confirmText: texts.ok, success: () => wx.navigateBack() });
  },
});
