'use strict';

/** Every sentence this mini-program shows, but for what WeChat demands in app.json. */
module.exports = {
  app: '市域通',
  hotline: '12345',
  callHotline: '打电话说:12345',
  loading: '正在读取…',
  empty: '还没有内容',
  more: '看更多',
  done: '已提交',
  ok: '好的',

  index: {
    title: '有事您说',
    lead: '反映身边的问题,随时看办到哪一步。',
    report: '我要反映',
    mine: '我的诉求',
    lookup: '凭编号查进度',
    waiting: '有诉求还没有发出去。网络恢复后自动发送,不用重新填写。',
    refused: '有诉求没有提交成功,请打开修改后再交。',
    sendNow: '现在发送',
    open: '打开修改',
    sent: '刚才排队的诉求已经提交,编号:',
  },

  report: {
    title: '我要反映',
    kind: '是哪类事情',
    region: '发生在哪里',
    pickRegion: '请选择',
    regionChosen: '已选好(点这里可以重选)',
    address: '详细地点(可不填)',
    addressHint: '例如:人民路与解放路路口东侧',
    locate: '标上我现在的位置',
    located: '已标上位置,点这里去掉',
    subject: '用一句话说',
    subjectHint: '例如:路灯三天不亮',
    body: '具体情况',
    bodyHint: '什么时间、什么地点、发生了什么、希望怎么解决',
    photos: '照片(可不加)',
    addPhoto: '加照片',
    removePhoto: '去掉',
    visibility: '办理结果可以公开吗',
    visibilities: [
      { code: 'PUBLIC', name: '可以公开(不含个人信息)' },
      { code: 'CONFIDENTIAL', name: '请保密' },
    ],
    anonymous: '不让承办单位知道我是谁',
    phone: '联系电话(可不填)',
    submit: '提交',
    submitting: '正在提交…',
    fix: '有内容需要修改:',
    queued: '网络不通,已经替您存好。网络恢复后自动提交,不用重新填写。',
    receiptTitle: '已经提交',
    receipt: (number, code) => '编号:' + number + '\n查询码:' + code + '\n请记下来,不登录也能查。',
    notLocated: '没有取得位置。可以只写文字地点。',
    notChosen: '没有选到照片。',
  },

  cases: { title: '我的诉求', unit: '现在由谁办:', due: '最迟:' },

  case: {
    title: '诉求进度',
    number: '编号',
    code: '查询码',
    unit: '现在由谁办',
    due: '最迟什么时候',
    why: '为什么是这个时间',
    place: '地点',
    words: '您反映的情况',
    reply: '答复',
    files: '照片和录音',
    sound: '录音',
    timeLine: '办理过程',
    say: '写在这里',
    ADD_WORDS: '补充情况',
    URGE: '催一催',
    WITHDRAW: '撤回',
    ASK_AGAIN: '再次提出',
    rate: '您满意吗',
    sureWithdraw: '撤回以后不再办理。确定撤回吗?',
  },

  lookup: { title: '凭编号查进度', number: '诉求编号', code: '查询码', find: '查询', hint: '编号和查询码在提交成功时显示过。' },

  privacy: {
    title: '先请您看一下',
    lead: '我们只在您提交诉求时使用您的位置和照片,用来办理这件事。',
    read: '阅读',
    agree: '同意',
    disagree: '不同意',
  },

  status: {
    SUBMITTED: '待受理', ACCEPTED: '待派遣', DISPATCHED: '待签收', RETURN_DISPUTED: '退单待裁定', HANDLING: '处置中', SUSPENDED: '已挂起',
    FINISHED: '待回访', FOLLOWED_UP: '待评价结案', CLOSED: '已结案', REFUSED: '不予受理', WITHDRAWN: '已撤回',
  },

  light: { GREEN: '正常', YELLOW: '临期', RED: '超期' },

  ratings: [
    { level: 'VERY_SATISFIED', name: '非常满意' },
    { level: 'SATISFIED', name: '满意' },
    { level: 'BASICALLY_SATISFIED', name: '基本满意' },
    { level: 'DISSATISFIED', name: '不满意' },
    { level: 'VERY_DISSATISFIED', name: '非常不满意' },
  ],

  timeLine: {
    CaseSubmitted: '提交诉求', CaseAccepted: '予以受理', CaseRefused: '不予受理', CaseEscalated: '报上级中心', CaseDispatched: '派遣承办单位',
    CaseReturned: '承办单位退回,重新派遣', CaseReturnDisputed: '职责有争议,由上级中心裁定', ReturnRuled: '上级中心裁定承办单位',
    HandlingStarted: '承办单位签收,开始办理', HandlingLogged: '办理进展', CaseSuspended: '暂停办理,等待补充', CaseResumed: '恢复办理',
    ExtensionGranted: '批准延期', CaseFinished: '办理完毕', CaseFollowedUp: '回访', CaseRated: '群众评价', CaseClosed: '结案',
    CaseAskedAgain: '再次提出', WordsAdded: '补充说明', CaseUrged: '催办', CaseWithdrawn: '撤回诉求',
  },
  otherEvent: '办理记录',
};
