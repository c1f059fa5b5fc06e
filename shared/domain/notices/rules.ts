import type { Permission } from '../accounts/permissions.ts';
import type { Post } from '../accounts/posts.ts';
import { type ScopedNoun, scopedNouns } from '../accounts/rights.ts';
import type { EventKind } from '../events/kinds.ts';
import type { NoticeFacts, NoticeNoun, NoticeRecord } from './facts.ts';

/**
 * How many days back notices reach, today included. Somebody who was away for a week finds all of it; what is older is
 * told by the records, and what is still to be done by Today.
 */
export const NOTICE_DAYS = 8;

/** People and posts whom something concerns. */
type Concern = {
  readonly people?: readonly (number | null)[];
  readonly posts?: readonly Post[];
  readonly not?: readonly number[];
};

/** Whom an event tells something, and whom it gives something to do. Whoever is given something is not told it too. */
type NoticeDefinition = {
  readonly tell?: (facts: NoticeFacts) => Concern;
  readonly ask?: (facts: NoticeFacts) => Concern;
};

/** Posts that draft and print contracts, and that see to filing and mortgages. */
const backOffice: readonly Post[] = ['backOffice'];
const warrants: readonly Post[] = ['warrantOfficer', 'warrantSupervisor'];
/** The post that answers for the books of the project. */
const managers: readonly Post[] = ['manager'];

/** The posts that see to the office's PCs. */
const keepers = (): Concern => ({ posts: ['manager', 'administrator'] });

/** Whose account it is. */
const subject = ({ record }: NoticeFacts): Concern => ({ people: [record.id] });
/** The posts that answer for who gets into the office. */
const answerable = (): Concern => ({ posts: ['manager', 'director', 'administrator'] });

/** The second person where somebody is given a dangerous right: never the first. */
const seconds = ({ askerId }: NoticeFacts): Concern => ({
  posts: ['manager', 'director', 'finance', 'administrator'],
  not: askerId === null ? [] : [askerId],
});

const turn = ({ turn: now }: NoticeFacts): Concern => (now === null ? {} : { posts: [now.post], not: now.not });
const consultant = ({ record }: NoticeFacts): Concern => ({ people: [record.consultantId] });
const asker = ({ record, askerId }: NoticeFacts): Concern => ({ people: [record.consultantId, askerId] });
const writers = ({ writerIds }: NoticeFacts): Concern => ({ people: writerIds });
const dealers = ({ record, writerIds }: NoticeFacts): Concern => ({ people: [record.consultantId, ...writerIds] });
const importers = ({ importerId }: NoticeFacts): Concern => ({ people: [importerId], posts: managers });

/**
 * What people are told of, by the log's own names: one definition for each. A noun that comes later joins with its kinds
 * here, their sentences (`notices`) and the facts of its records.
 */
export const noticeRules = {
  submitted: { ask: turn },
  priceAsked: { ask: turn },
  levelPassed: { tell: asker, ask: turn },
  passedUp: { tell: asker, ask: turn },
  // A price that is agreed to leads to the review, which asks the next.
  approved: { tell: asker, ask: turn },
  // Whoever passed an earlier level hears what became of it.
  rejected: { tell: (facts) => ({ people: [facts.record.consultantId, facts.askerId, ...facts.deciderIds] }) },
  withdrawn: { tell: ({ deciderIds }) => ({ people: deciderIds }) },
  expired: { tell: asker },
  cancelled: { tell: consultant },
  moneyReceived: { tell: consultant },
  // The contract can be drafted now, by either of them.
  depositCompleted: { ask: ({ record }) => ({ people: [record.consultantId], posts: backOffice }) },
  pricePaid: { tell: consultant },
  receiptVoided: { tell: ({ record, cashierId }) => ({ people: [record.consultantId, cashierId] }) },
  contractSubmitted: { ask: turn },
  contractReviewPassed: { tell: dealers, ask: turn },
  contractApproved: { tell: dealers, ask: () => ({ posts: backOffice }) },
  contractSentBack: { tell: consultant, ask: writers },
  contractCorrected: { tell: consultant, ask: writers },
  contractDropped: { tell: dealers },
  // Its filing and its mortgages are open now.
  contractSigned: { tell: dealers, ask: () => ({ posts: warrants }) },
  // A mortgage goes on from its filing.
  contractFiled: { tell: dealers, ask: ({ besideIds }) => ({ people: besideIds }) },
  caseAssigned: { ask: ({ givenTo }) => ({ people: [givenTo] }) },
  // The next step needs the customer, whom the consultant brings.
  caseAdvanced: { ask: ({ record, waitsFor }) => ({ people: [waitsFor === 'customer' ? record.consultantId : null] }) },
  caseReturned: { tell: consultant, ask: ({ responsibleId }) => ({ people: [responsibleId] }) },
  caseDone: { tell: consultant, ask: ({ besideIds }) => ({ people: besideIds }) },
  imported: { tell: importers },
  projectTakenOver: { tell: importers },
  undone: { tell: importers },
  // Whose password it is hears of it, and whoever could be deceived by it.
  passwordReset: { tell: subject },
  // Whoever did something that a restoring took away has to do it again.
  actsLost: { ask: subject },
  recoveryBegun: { tell: (facts) => ({ ...subject(facts), ...answerable() }) },
  passwordRecovered: { tell: (facts) => ({ ...subject(facts), ...answerable() }) },
  // Whoever may look at the rights hears that they are others now.
  rightsChanged: { tell: () => ({ posts: ['manager', 'director', 'administrator', 'auditor'] }) },
  rightsAsked: { ask: seconds },
  postAsked: { ask: seconds },
  rightsRefused: { tell: ({ askerId }) => ({ people: [askerId] }) },
  postConfirmed: { tell: ({ askerId }) => ({ people: [askerId], posts: ['director', 'auditor'] }) },
  delegated: {
    tell: ({ lenderId }) => ({ people: [lenderId], posts: ['director', 'administrator', 'auditor'] }),
    ask: ({ delegateId }) => ({ people: [delegateId] }),
  },
  delegationRevoked: {
    tell: ({ lenderId, delegateId }) => ({
      people: [lenderId, delegateId],
      posts: ['director', 'administrator', 'auditor'],
    }),
  },
  terminalPaired: { tell: keepers },
  terminalRevoked: { tell: keepers },
  retentionDue: { ask: () => ({ posts: ['manager', 'compliance'] }) },
  exportAsked: { ask: turn },
  exported: { tell: () => ({ posts: ['manager', 'director', 'compliance'] }) },
  listPrinted: { tell: () => ({ posts: ['manager', 'director', 'compliance'] }) },
  // Somebody has to look into it, and the auditor hears of it whoever that is.
  logCut: { ask: () => ({ posts: ['manager', 'administrator', 'auditor'] }) },
  // Whoever reads unusually much hears it too (decision 21): nobody is watched in secret.
  readUnusually: { tell: ({ givenTo }) => ({ people: [givenTo], posts: ['manager', 'director', 'compliance'] }) },
} as const satisfies Partial<Record<EventKind, NoticeDefinition>>;

/** What people are told of. */
export type NoticeKind = keyof typeof noticeRules;

const definitions: Readonly<Partial<Record<EventKind, NoticeDefinition>>> = noticeRules;

/** True for an event that may concern somebody. */
export function isNoticeKind(kind: string): kind is NoticeKind {
  return Object.hasOwn(noticeRules, kind);
}

/** Every kind of notice. */
export const noticeKinds = Object.keys(noticeRules).filter(isNoticeKind);

/** What somebody must be allowed to do to open a kind of record. */
const readings: Readonly<Record<NoticeNoun, Permission>> = {
  subscriptions: 'subscriptions.read',
  contracts: 'contracts.read',
  cases: 'cases.read',
  imports: 'units.import',
  terminals: 'terminals.manage',
  settings: 'rights.read',
  // Everybody reads who acts for whom where it concerns them.
  delegations: 'settings.read',
  readings: 'settings.read',
  accounts: 'accounts.read',
  approvals: 'approvals.read',
  office: 'events.read',
};

/** What somebody must be allowed to do to open a record. */
export function permissionToOpen({ noun }: NoticeRecord): Permission {
  return readings[noun];
}

/**
 * Who reads: the account, its own post and those of people for whom it acts, what it may do and see, and since when it is
 * there. Instant in UTC ms.
 */
export type NoticeReader = {
  readonly id: number;
  readonly posts: readonly Post[];
  /** For whom the person acts: what was theirs to leave to others is left to others. */
  readonly standsFor: readonly number[];
  readonly since: number;
  can(permission: Permission): boolean;
  sees(noun: ScopedNoun, ownerId: number | null): boolean;
};

/** True when the person may open the record itself: a notice never names another one. */
export function mayOpenRecord(person: Pick<NoticeReader, 'id' | 'can' | 'sees'>, record: NoticeRecord): boolean {
  const { noun, consultantId, draftedBy } = record;
  // What happens to one's own account is told without any right: there is nothing to open.
  if (noun === 'accounts' && record.id === person.id) return true;
  if (!person.can(permissionToOpen(record))) return false;
  return consultantId === null || draftedBy === person.id || !isOwned(noun) || person.sees(noun, consultantId);
}

function isOwned(noun: string): noun is ScopedNoun {
  return Object.hasOwn(scopedNouns, noun);
}

/**
 * How an event concerns a person: `ask` where it gives them something to do, `tell` where they only hear of it, null
 * where it is no business of theirs. Nobody hears of what they did themselves, of what was before they came, or of a
 * record that they may not open.
 */
export function noticeFor(
  event: { readonly kind: NoticeKind; readonly actorId: number | null; readonly at: number },
  facts: NoticeFacts,
  person: NoticeReader,
): 'ask' | 'tell' | null {
  if (event.actorId === person.id || event.at < person.since || !mayOpenRecord(person, facts.record)) return null;
  const definition = definitions[event.kind];
  if (concerns(definition?.ask?.(facts), person)) return 'ask';
  return concerns(definition?.tell?.(facts), person) ? 'tell' : null;
}

function concerns(concern: Concern | undefined, { id, posts: held, standsFor }: NoticeReader): boolean {
  if (concern === undefined) return false;
  const { people = [], posts = [], not = [] } = concern;
  if (people.includes(id)) return true;
  return posts.some((post) => held.includes(post)) && ![id, ...standsFor].some((one) => not.includes(one));
}
