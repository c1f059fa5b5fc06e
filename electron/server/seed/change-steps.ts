import { readDb } from '#db/access.ts';
import { latestRequestOn } from '#db/repositories/approvals.ts';
import { openChangeOf } from '#db/repositories/changes.ts';
import { refundsOfChange } from '#db/repositories/owned-money.ts';
import type { ChangeWish } from '#db/seed/acts.ts';
import type { StaffName } from '#db/seed/people.ts';
import type { Post } from '#shared/domain/accounts/posts.ts';
import type { ChangeAsk } from '#shared/domain/changes/asks.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import { yuan } from '#shared/kernel/money.ts';
import { dealAt, type Stage, slipNumber, wait } from './stage.ts';

/** Who decides at each post that a change may come to. */
const deciders: Partial<Record<Post, StaffName>> = {
  backOffice: 'jiangxuemei',
  supervisor: 'chenliqun',
  manager: 'dujianhua',
  director: 'shenjingyi',
};

const reasons: { readonly [K in ChangeWish['kind']]: { readonly reasonCode: string; readonly reason: string } } = {
  unitChange: { reasonCode: 'home', reason: '客户与家人复看后更中意另一套，希望换房' },
  signingExtension: { reasonCode: 'absent', reason: '配偶出差未归，客户申请晚几天签约' },
  cancellation: { reasonCode: 'family', reason: '客户工作调动，不在本地购房，同意扣除部分定金' },
};

const opinions = { approve: '情况属实，同意', sendBack: '请补充出差证明，并写明确切的返回日期' } as const;

/** Days by which a buyer would rather sign later, and how much of the deposit stays with the seller where a deal ends. */
const LATER_DAYS = 6;
const KEPT = yuan(10_000);

/** Changes of deals as the desks take them: asked for by the consultant, decided by its ladder, the money paid back. */
export function changeActs(stage: Stage, subscriptionOf: (deal: number) => number) {
  const { office, desk, unitIds } = stage;
  const db = readDb(office.database);

  const openOf = (deal: number) => {
    const change = openChangeOf(db, subscriptionOf(deal));
    if (change === undefined) throw new DomainError('NOT_FOUND');
    return change;
  };

  async function ask(deal: number, wish: ChangeWish): Promise<void> {
    const { consultant: name, planCode } = dealAt(stage, deal);
    const consultant = desk(name);
    const subscriptionId = subscriptionOf(deal);
    const { version, row } = await consultant.subscriptions.detail({ subscriptionId });
    const asked = ((): ChangeAsk => {
      switch (wish.kind) {
        case 'unitChange': {
          const unitId = unitIds[wish.unit] ?? 0;
          return { kind: wish.kind, unitId, adjustments: [], planCode, mortgageDisclosed: true };
        }
        case 'signingExtension':
          return { kind: wish.kind, signBy: addDays(row.signBy as LocalDate, LATER_DAYS) };
        case 'cancellation':
          return { kind: wish.kind, cause: 'buyer', keep: KEPT };
      }
    })();
    const { figuresHash } = await consultant.changes.simulate({ subscriptionId, ask: asked });
    wait(stage, 5);
    await consultant.changes.ask({ subscriptionId, version, ask: asked, figuresHash, ...reasons[wish.kind] });
  }

  async function decide(deal: number, decision: 'approve' | 'sendBack'): Promise<void> {
    const request = latestRequestOn(db, 'changes', openOf(deal).id);
    const by = request === undefined ? undefined : deciders[request.requiredPost];
    if (request === undefined || by === undefined) throw new DomainError('NOT_FOUND');
    const { id: approvalId, version } = request;
    await desk(by).approvals.decide({ approvalId, version, decision, opinion: opinions[decision] });
  }

  /** Finance pays back what the change brings about, and the manager carries it out. */
  async function payBack(deal: number): Promise<void> {
    const change = openOf(deal);
    for (const { id: refundId, version } of refundsOfChange(db, change.id)) {
      const paid = { refundId, version, method: 'transfer' as const, reference: slipNumber(stage) };
      await desk('fangmin').payments.refund(paid);
    }
    wait(stage, 20);
    await desk('dujianhua').changes.execute({ changeId: change.id, version: openOf(deal).version });
  }

  return { ask, decide, payBack };
}
