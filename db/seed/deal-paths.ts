import type { Random } from '#shared/kernel/random.ts';
import { type ChangeWish, type ContractStep, contractSteps } from './acts.ts';

/** How a sale goes. The end of the calendar cuts it off wherever it stands today. */
export type DealPath =
  | 'sale'
  | 'slow'
  | 'cancelled'
  | 'expired'
  | 'forfeited'
  | 'rejected'
  | 'inReview'
  | 'unpaid'
  | 'halfPaid'
  | 'paid'
  | 'redone'
  | ChangePath
  | ContractPath;

/** How far a change of a deal with its deposit has come. */
export type ChangePath = 'moveAsked' | 'extensionReturned' | 'moved' | 'paidBack';

/** How far the contract of a sale has come over the desks. */
export type ContractPath =
  | 'contractDrafted'
  | 'contractSubmitted'
  | 'contractReviewedOnce'
  | 'contractReviewedTwice'
  | 'contractReturned'
  | 'contractDropped'
  | 'contractPassed'
  | 'contractPrinted'
  | 'contractSigned'
  | 'contractFiled'
  | 'contractAmended'
  | 'contractEnding'
  | 'contractUnwound';

/** The last step of each path; what was sent back or dropped ends beside the way. */
const contractPaths: { readonly [K in ContractPath]: readonly [ContractStep, ...ContractStep[]] } = {
  contractDrafted: ['draft'],
  contractSubmitted: ['submit'],
  contractReviewedOnce: ['firstReview'],
  contractReviewedTwice: ['secondReview'],
  contractReturned: ['firstReview', 'sendBack', 'correctOne'],
  contractDropped: ['draft', 'drop'],
  contractPassed: ['issue'],
  contractPrinted: ['print'],
  contractSigned: ['sign'],
  contractFiled: ['file', 'distribute'],
  contractAmended: ['file', 'distribute', 'amend'],
  contractEnding: ['file', 'distribute', 'end'],
  contractUnwound: ['sign', 'unwind'],
};

/** When each step of a contract is done: days after the subscription, minute of the day. */
export const contractTimes: { readonly [K in ContractStep]: readonly [number, number] } = {
  draft: [1, 600],
  fill: [1, 640],
  submit: [1, 680],
  firstReview: [2, 575],
  secondReview: [2, 660],
  sendBack: [2, 650],
  correctOne: [2, 720],
  drop: [2, 700],
  lastReview: [2, 850],
  issue: [2, 900],
  print: [2, 930],
  pay: [3, 600],
  sign: [3, 660],
  file: [5, 600],
  distribute: [5, 690],
  amend: [8, 600],
  end: [8, 900],
  unwind: [8, 640],
};

/** What is asked for on each path of a change, and what happens to it; a move takes a home out of the pool. */
export const changePaths: {
  readonly [K in ChangePath]: {
    readonly kind: ChangeWish['kind'];
    readonly decision: 'approve' | 'sendBack' | null;
    readonly paidBack?: true;
  };
} = {
  moveAsked: { kind: 'unitChange', decision: null },
  extensionReturned: { kind: 'signingExtension', decision: 'sendBack' },
  moved: { kind: 'unitChange', decision: 'approve' },
  paidBack: { kind: 'cancellation', decision: 'approve', paidBack: true },
};

/** True for the path of a deal with a change. */
export function isChangePath(path: DealPath): path is ChangePath {
  return Object.hasOwn(changePaths, path);
}

/** True for the path of a deal whose contract is on its way. */
export function isContractPath(path: DealPath): path is ContractPath {
  return Object.hasOwn(contractPaths, path);
}

/** The steps of a path, from the draft on. */
export function stepsOf(path: ContractPath): ContractStep[] {
  const [last, ...beside] = contractPaths[path];
  const way: readonly ContractStep[] = contractSteps;
  return [...way.slice(0, way.indexOf(last) + 1), ...beside];
}

/** How an ordinary sale of so many days ago goes. */
export function ordinaryPath(random: Random, ago: number): DealPath {
  return random.weighted([
    ['sale', 80],
    ['slow', ago <= 11 ? 8 : 0],
    ['cancelled', 5],
    ['expired', 4],
    ['forfeited', ago > 13 ? 3 : 0],
    ['rejected', 4],
  ]);
}
