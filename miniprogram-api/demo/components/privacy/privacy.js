'use strict';

const texts = require('../../texts');

/**
 * Asks for consent to WeChat's privacy contract before anything private (place, album) is touched. A page calls
 * `selectComponent('#privacy').ensure()`; without consent it goes on without that private thing.
 */
Component({
  data: { t: texts.privacy, asking: false, contract: '' },

  methods: {
    /** @returns {Promise<boolean>} whether the person agrees, now or earlier */
    ensure() {
      if (!wx.getPrivacySetting) {
        // Base libraries before 2.32.3 know no contract and ask by themselves.
        return Promise.resolve(true);
      }
      return new Promise((resolve) => {
        wx.getPrivacySetting({
          success: ({ needAuthorization, privacyContractName }) => {
            if (!needAuthorization) {
              resolve(true);
              return;
            }
            this.answer = resolve;
            this.setData({ asking: true, contract: privacyContractName });
          },
          fail: () => resolve(false),
        });
      });
    },

    read() {
      wx.openPrivacyContract({});
    },

    agree() {
      this.close(true);
    },

    disagree() {
      this.close(false);
    },

    close(agreed) {
      this.setData({ asking: false });
      this.answer(agreed);
    },
  },
});
