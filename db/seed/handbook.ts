import type { CompetitorFacts, HandbookTopic } from '#shared/domain/handbook/topics.ts';

/** An entry of the sales information base of a generated office; all of it invented. */
export type HandbookPlan = {
  readonly topic: HandbookTopic;
  readonly title: string;
  readonly body: string;
  readonly facts?: CompetitorFacts;
  readonly source: string;
  /** Days before today as of which it is. */
  readonly ago: number;
  /** Days after that day until which it is told; for good where it says none. */
  readonly days?: number;
};

/** What the planner has written down for the consultants. */
export const handbookPlan: readonly HandbookPlan[] = [
  {
    topic: 'facts',
    title: '车位配比与充电桩',
    body: '住宅车位比 1:1.2，地下一层、二层共 596 个。每层预留 20% 充电桩位，业主可申请安装，物业协助报装。',
    source: '规划总平面图及说明',
    ago: 60,
  },
  {
    topic: 'facts',
    title: '层高、电梯与得房率',
    body: '层高 3.0 m，两梯四户，得房率约 80%。外窗为断桥铝双层中空玻璃，入户门为甲级防火防盗门。',
    source: '施工图审查合格书',
    ago: 60,
  },
  {
    topic: 'surroundings',
    title: '地铁与公交',
    body: '步行约 700 m 到地铁站，早高峰两分半一班；小区西门有 3 条公交线路。轨道延长线在建，开通时间以官方公布为准，不得向客户承诺。',
    source: '市轨道集团网站',
    ago: 40,
  },
  {
    topic: 'surroundings',
    title: '学校',
    body: '1 公里内有公办小学一所、初中一所。学区划分每年由教委公布，任何人不得向客户承诺入学名额。',
    source: '区教委 2026 年公告',
    ago: 75,
  },
  {
    topic: 'promotion',
    title: '秋季购房节',
    body: '活动期内认购并按期签约的，总价优惠 1%，可与一次性付款优惠同享。',
    source: '公司营销通知 2026-31',
    ago: 45,
    days: 30,
  },
  {
    topic: 'competitors',
    title: '滨江一号',
    body: '',
    facts: {
      developer: '江畔置业',
      distance: '1.2 km',
      price: '18,200–19,600 元/m²',
      layouts: '98–143 m²',
      delivery: '2028 年 6 月',
      strengths: '临江，带精装',
      weaknesses: '车位比 1:0.8，临主干道',
    },
    source: '11 月市调，现场踩盘',
    ago: 9,
  },
  {
    topic: 'competitors',
    title: '云顶花园',
    body: '',
    facts: {
      developer: '云顶地产',
      distance: '2.0 km',
      price: '16,900–17,800 元/m²',
      layouts: '89–125 m²',
      delivery: '2027 年 12 月',
      strengths: '总价低，即将交付',
      weaknesses: '距地铁 1.8 km',
    },
    source: '11 月市调，电话了解',
    ago: 9,
  },
  {
    topic: 'questions',
    title: '公积金贷款要多久',
    body: '资料齐全后一般 60 天左右放款，以中心审批为准。异地缴存需先开缴存证明。',
    source: '公积金中心窗口答复',
    ago: 20,
  },
  {
    topic: 'questions',
    title: '定金可以退吗',
    body: '认购书约定的定金：因公司原因不能签约的双倍返还，因客户原因不签约的不退，双方都没有责任的原额退还。',
    source: '民法典第五百八十六、五百八十七条',
    ago: 60,
  },
];
