import { addDays, dayOf, type LocalDate } from '#shared/kernel/local-date.ts';
import {
  customerOf,
  decideOn,
  homeIn,
  type Picked,
  type Remembered,
  reason,
  round,
  type Work,
  waitingOn,
} from './history-hands.ts';
import type { HistoryOffice } from './history-office.ts';
import { carryRefund } from './history-paths.ts';

// A change of a deal is asked for with the figures that were shown, decided, its money goes back, and it is carried out:
// each step carries one change one of these acts further.

type Deal = {
  readonly id: number;
  readonly version: number;
  readonly signBy: LocalDate;
  readonly consultantId: number;
  readonly held: number;
};

type Change = {
  readonly id: number;
  readonly version: number;
  readonly state: string;
  readonly subscriptionId: number;
  readonly ask: string;
  readonly requestedBy: number;
};

/** What somebody asks for: every kind of change, a room change the most often. */
async function wished(office: HistoryOffice, model: Remembered, deal: Deal, pick: Picked): Promise<object> {
  const { which, other } = pick;
  const own = { which, other: office.seatOf(deal.consultantId) === 'consultant' ? 0 : 1 };
  switch (which % 10) {
    case 0: {
      const today = dayOf(office.now);
      return { kind: 'signingExtension', signBy: addDays(today > deal.signBy ? today : deal.signBy, 1 + (other % 4)) };
    }
    case 1:
    case 2:
      return {
        kind: 'cancellation',
        ...(other % 2 === 0 ? { cause: 'buyer', keep: deal.held } : { cause: 'seller', keep: 0 }),
      };
    case 3:
      return {
        kind: 'nameChange',
        buyers: [{ customerId: customerOf(model, own), sharePpm: 1_000_000 }],
        ...{ relation: 'other', proof: 'none', consent: true },
      };
    case 4:
      return other % 2 === 0
        ? { kind: 'planChange', planCode: 'mortgage' }
        : {
            kind: 'priceChange',
            adjustments: [{ kind: 'percent', code: 'by-hand-1', label: '优惠', ratePpm: 10_000 }],
          };
    default: {
      const unitId = await homeIn(office, model, { which: other, other }, ['available']);
      return { kind: 'unitChange', unitId, adjustments: [], planCode: 'lumpSum', mortgageDisclosed: false };
    }
  }
}

/** Asks as the screen does: reckons first, and sends what was shown. */
async function askChange(office: HistoryOffice, seat: string, deal: Deal, ask: object): Promise<unknown> {
  const shown = await office.ask<{ figuresHash: string }>(seat, 'changes.simulate', { subscriptionId: deal.id, ask });
  if (shown === undefined) return undefined;
  const { id: subscriptionId, version } = deal;
  const { figuresHash } = shown;
  return office.act(seat, 'changes.ask', { subscriptionId, version, ask, figuresHash, reasonCode: 'other', reason });
}

const changeColumns =
  'changes.id, changes.version, changes.state, subscription_id as subscriptionId, ask, requested_by as requestedBy';

async function openChanges(office: HistoryOffice): Promise<readonly Change[]> {
  return office.rows<Change>(
    `select ${changeColumns} from changes where state in ('pending', 'returned', 'approved') order by id desc limit 5`,
  );
}

async function dealsToChange(office: HistoryOffice): Promise<readonly Deal[]> {
  return office.rows<Deal>(
    `select id, version, sign_by as signBy, consultant_id as consultantId,
       coalesce((select sum(amount) from receipts where subscription_id = subscriptions.id and state = 'valid'), 0) as held
     from subscriptions where state in ('approved', 'depositComplete')
       and id not in (select subscription_id from changes where state in ('pending', 'returned', 'approved'))
     order by id desc limit 5`,
  );
}

/** Asks for a change of one of the deals that stand. */
const ask: Work = async (office, model, pick) => {
  const deal = round(await dealsToChange(office), pick.other);
  if (deal === undefined) return undefined;
  return askChange(office, office.seatOf(deal.consultantId), deal, await wished(office, model, deal, pick));
};

/** What was sent back is sent in again, as the office reckons it now; where that cannot be, it is taken back. */
async function resubmit(office: HistoryOffice, change: Change): Promise<unknown> {
  const seat = office.seatOf(change.requestedBy);
  const { id: changeId, version, subscriptionId } = change;
  const wish = { subscriptionId, ask: JSON.parse(change.ask), changeId };
  const shown = await office.ask<{ figuresHash: string; refusals: readonly unknown[] }>(seat, 'changes.simulate', wish);
  if (shown === undefined || shown.refusals.length > 0)
    return office.act(seat, 'changes.withdraw', { changeId, version, reason });
  const { figuresHash } = shown;
  return office.act(seat, 'changes.resubmit', {
    changeId,
    version,
    ask: wish.ask,
    figuresHash,
    reasonCode: 'other',
    reason,
  });
}

/** A change under way goes one act further; now and then whoever asked for it takes it back. */
const carryChange: Work = async (office, _model, pick) => {
  const change = round(await openChanges(office), pick.which);
  if (change === undefined) return undefined;
  const { id: changeId, version, state } = change;
  const seat = office.seatOf(change.requestedBy);
  if (pick.other % 15 === 4) return office.act(seat, 'changes.withdraw', { changeId, version, reason });
  if (state === 'returned') return resubmit(office, change);
  if (state === 'pending') {
    const asked = await waitingOn(office, 'changes', changeId);
    return asked === undefined ? undefined : decideOn(office, asked, pick);
  }
  const [refund] = await office.rows<Parameters<typeof carryRefund>[1]>(
    `select id, version, state from refunds where state in ('requested', 'approved') and change_id = ?`,
    changeId,
  );
  // Now and then it is tried before the money has gone back.
  if (refund !== undefined && pick.other % 10 !== 0) return carryRefund(office, refund, pick);
  return office.act(pick.which % 2 === 0 ? 'manager' : seat, 'changes.execute', { changeId, version });
};

/** Buyers who did not sign in time are called, told of the end, and their deposit is forfeited: one of these acts. */
const carryOverdue: Work = async (office, _model, pick) => {
  const today = dayOf(office.now);
  const overdue = (await dealsToChange(office)).filter(({ signBy }) => signBy < today);
  const deal = round(overdue, pick.which);
  if (deal === undefined) return undefined;
  type Notice = {
    readonly id: number;
    readonly version: number;
    readonly kind: string;
    readonly servedOn: string | null;
  };
  const notices = await office.rows<Notice>(
    `select id, version, kind, served_on as servedOn from deal_notices
     where subscription_id = ? and sign_by = ? and voided = 0 order by id`,
    deal.id,
    deal.signBy,
  );
  const unserved = notices.find(({ servedOn }) => servedOn === null);
  if (unserved !== undefined)
    return office.act('backOffice', 'subscriptions.serveNotice', {
      ...{ noticeId: unserved.id, version: unserved.version, method: 'inPerson', servedOn: today },
      ...{ trackingNo: '', note: '' },
    });
  const next = (['signingNotice', 'terminationNotice'] as const).find(
    (kind) => !notices.some((notice) => notice.kind === kind),
  );
  if (next === undefined) return askChange(office, 'backOffice', deal, { kind: 'forfeiture' });
  return office.act('backOffice', 'subscriptions.issueNotice', { subscriptionId: deal.id, kind: next });
};

/** Steps of changes of deals, with how often each is taken. */
export const changeKinds: Readonly<Record<string, { readonly weight: number; readonly work: Work }>> = {
  askChange: { weight: 12, work: ask },
  carryChange: { weight: 20, work: carryChange },
  carryOverdue: { weight: 10, work: carryOverdue },
};
