import type { Channel } from '#shared/domain/customers/states.ts';

/** What visitors look for. */
export const intents = [
  '三房，南北通透，总价 200 万以内',
  '三房，看重学区，中高楼层',
  '四房，三代同住，要双卫',
  '两房，首套自住，月供 6000 以内',
  '两房，投资兼自住，关注租金',
  '三房改善，置换需先卖旧房',
  '小三房，父母同住，低楼层',
  '四房，看江景，18 层以上',
  '三房，年底前要办结婚',
  '车位一起买，关注产权',
];

/** What was noted at the desk. */
export const visitNotes = [
  '看了沙盘和 C1 样板间，对客厅开间满意，嫌总价偏高。',
  '一家三口来访，关注学校和地铁，要了一房一价表。',
  '第一次来，路过进门，先了解付款方式。',
  '带父母复看，比较 2 单元 18 层和 22 层。',
  '询问公积金贷款额度和放款时间，已算首付和月供。',
  '对比附近竞品，认可物业，想再等优惠。',
  '看了工地进度，询问交房时间和装修标准。',
  '想要低楼层，已推荐 6 层以下的房源。',
  '朋友介绍来访，意向明确，约周末带家人再看。',
  '来电询价，已告知起价和面积段，邀约来访。',
];

/** What was said afterwards. Each says enough to count. */
export const followUpNotes = [
  '电话沟通，客户周末有空，已约再次看房，准备首付方案。',
  '发送了户型图和置业计划，客户表示与家人商量后回复。',
  '客户还在比较两个项目，介绍了按时签约优惠和交房时间。',
  '客户关心贷款，已请银行客户经理回电测算月供。',
  '邀约参加周末活动，客户答应前来，预计带父母一起。',
  '客户反映总价略高，推荐了同户型低楼层，愿意再考虑。',
  '客户旧房已挂牌，等成交后定房，约下周再联系。',
  '客户看中 18 层，提醒房源紧张，建议先锁定再商量。',
];

/** Why nothing more is to come. */
export const closingNotes = [
  '客户已在别处买房，感谢来访，不再跟进。',
  '客户预算不足，暂不考虑买房，约定有需要再联系。',
  '多次联系未果，客户明确表示不需要，结束跟进。',
];

/** Where visitors live, outside of any real address book. */
export const addresses = ['云湖路', '青屏大道', '梨园街', '石桥路', '南麓巷', '澄江路', '枫林街', '望岫路'];

/** How visitors came to know of the project, and how often. */
export const channelWeights: readonly (readonly [Channel, number])[] = [
  ['passingBy', 18],
  ['shortVideo', 16],
  ['referral', 15],
  ['agency', 13],
  ['online', 12],
  ['wechat', 9],
  ['outdoor', 7],
  ['phone', 4],
  ['exhibition', 3],
  ['print', 2],
  ['other', 1],
];

/** Why less than the list is asked. */
export const discountReasons = [
  '老客户介绍第二套，客户当天可付首付，申请价格支持。',
  '同层两套一起买，客户要求再优惠，请批准。',
  '竞品降价，客户已在对面交意向金，申请留住客户。',
  '一次性付款，资金当日到监管账户，申请优惠。',
];
