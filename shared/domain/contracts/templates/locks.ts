import type { Clause } from '../text/clauses.ts';
import type { ArticleKey } from '../text/keys.ts';
import { runsOfClause, wordsOfRuns } from './walk.ts';

/**
 * How far an office may change a clause of the program's wording (条款锁定): `law` keeps its effect and may only be said
 * otherwise; `rule` is of the ministry's rules and may only be changed in the buyer's favour; `bound` and `choice` keep
 * their blanks and switches; `free` may be left out.
 */
export const clauseLocks = ['law', 'rule', 'bound', 'choice', 'free'] as const;
/** How far an office may change a clause. */
export type ClauseLock = (typeof clauseLocks)[number];

type ArticleLock = { readonly rest: ClauseLock; readonly law?: RegExp };

/** The locks article by article (contract-form.md 5 and 10); `law` finds the clauses that the law fixes among the others. */
const articleLocks: { readonly [Key in ArticleKey]: ArticleLock } = {
  // Urban Real Estate Law 41 and 45; Regulation on Urban Real Estate Development 22 to 27.
  projectBasis: { rest: 'law' },
  permit: { rest: 'law' },
  saleBasis: { rest: 'law' },
  unit: { rest: 'law' },
  mortgage: { rest: 'law' },
  // Sale does not break a lease, and the tenant is asked first: Civil Code 725 and 726.
  lease: { rest: 'rule' },
  // The three promises: Civil Code, SPC sales 7.
  title: { rest: 'rule', law: /权利状况承诺|处分权利|买受人以外的人|司法机关查封|解除退款/u },
  price: { rest: 'choice', law: /不得就该商品房另行收取/u },
  // Supervised account: Urban Real Estate Law 45; deposit of at most a fifth: Civil Code 586.
  payment: { rest: 'choice', law: /监管账户|百分之二十/u },
  latePayment: { rest: 'bound' },
  // Regulation on Construction Quality 16 and 49; books of a dwelling: Regulation on Development 30.
  deliveryConditions: { rest: 'free', law: /第1、2项|竣工验收备案|测绘报告|质量保证书/u },
  facilities: { rest: 'rule' },
  delivery: { rest: 'rule', law: /应当于▯前|拒绝接收|作为买受人查验/u },
  lateDelivery: { rest: 'bound' },
  areaDifference: { rest: 'rule' },
  planningChange: { rest: 'rule' },
  designChange: { rest: 'rule' },
  // Regulation on Development 31; SPC sales 9 and 10.
  quality: { rest: 'rule', law: /主体结构|严重影响正常居住使用/u },
  warranty: { rest: 'rule', law: /最低期限|自己请人修理/u },
  guarantee: { rest: 'choice' },
  // Thirty days: Regulation on Development 26.
  filing: { rest: 'rule', law: /三十日/u },
  registration: { rest: 'bound', law: /共同向不动产登记机构/u },
  // Property Management Regulation 22 to 25; Civil Code 939.
  management: { rest: 'law' },
  // Civil Code 274 to 276.
  commonOwnership: { rest: 'law' },
  taxes: { rest: 'rule' },
  promises: { rest: 'free', law: /分割拆零|售后包租|规划用途|如实说明/u },
  service: { rest: 'choice' },
  // Personal Information Protection Law; Consumer Protection Law 29.
  privacy: { rest: 'law' },
  disputes: { rest: 'choice' },
  // Civil Code 496 and 497.
  supplement: { rest: 'law' },
  effect: { rest: 'rule', law: /采用书面形式/u },
};

/** The lock of a clause of the program's wording. Where it stands decides, and what it says. */
export function lockOf(article: ArticleKey, clause: Clause): ClauseLock {
  const { rest, law } = articleLocks[article];
  if (clause.kind === 'table') return 'law';
  if (clause.kind === 'oneOf') return rest === 'law' ? 'law' : 'choice';
  return law?.test(wordsOfRuns(runsOfClause(clause))) === true ? 'law' : rest;
}

/** Words that carry what a clause does: who, must or may or not, what, how much, within which time. */
const bearing =
  /出卖人|买受人|双方|抵押权人|业主|不得|不能|不受|不因|不再|不|无|未|没有|必须|应当|有权|可以|均|全部|任何|解除|退还|退清|返还|双倍|赔偿|违约金|利息|责任|费用|存入|监管|拒绝|承诺|保证|书面|除外|以外|[一二三四五六七八九十百]+[日年期]|百分之[一二三四五六七八九十]+|\d+/gu;

/** Units by which clauses count and measure. */
const units = /^(?:日|天|月|年|元|平方米)$/u;

/** True for a word by which clauses work: another meaning of it would change what the law fixes without touching a clause. */
export function carriesEffect(word: string): boolean {
  return units.test(word) || word.replaceAll(bearing, '') === '';
}

/** The words of a clause that carry its effect, in their order: what the law fixes keeps them all, and gets none added. */
export function bearingWords(clause: Clause): readonly string[] {
  return wordsOfRuns(runsOfClause(clause)).match(bearing) ?? [];
}
