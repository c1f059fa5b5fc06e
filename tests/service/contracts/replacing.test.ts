import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contractById } from '#db/repositories/contracts.ts';
import { subscriptions } from '#db/schema/deals.ts';
import { units } from '#db/schema/inventory.ts';
import { applyContractEvent } from '#electron/server/contracts/apply-contract-event.ts';
import { dealOf } from '#electron/server/contracts/deal.ts';
import { signedContract } from '#tests/support/contract-desk.ts';
import { approve, buildBuyer, subscribeHome, takeDeposit } from '#tests/support/deal-builders.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';

const DAY_MS = 86_400_000;

describe('A contract of a home whose earlier contract was ended', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
  });
  afterEach(() => desk.close());

  /** No act of this edition ends a signed contract: the event does, and what money and registry undo is undone by hand. */
  async function end(contractId: number): Promise<void> {
    const { client } = desk.office.database;
    await desk.office.corridor.act({
      procedure: 'tests.terminate',
      run: (command) => {
        const row = contractById(command.db, contractId);
        if (row === undefined) throw new Error('The contract is gone');
        const deal = dealOf(command.db, row);
        applyContractEvent({ ...command, actor: undefined }, client, deal, 'terminate', {
          authorised: ['terminate'],
          terminationPapers: true,
          reason: '双方协商解除',
        });
        command.tx.update(subscriptions, deal.subscription.id, { state: 'cancelled' });
        command.tx.update(units, deal.unit.id, { commercialState: 'available', legalState: 'saleable' });
        command.happened({ kind: 'contractDropped', noun: 'contracts', id: row.id, data: { reason: '双方协商解除' } });
      },
    });
  }

  it('names it with the day on which it ended, without anybody typing it', async () => {
    const earlier = await signedContract(desk);
    await end(earlier.contractId);
    desk.clock.advance(DAY_MS);
    const consultant = desk.as('consultant');
    const buyer = await buildBuyer(consultant, '令狐冲之');
    const { subscriptionId, approvalId } = await subscribeHome(consultant, earlier.unitId, buyer);
    await approve(desk, approvalId);
    await takeDeposit(desk, subscriptionId, buyer);
    const { version } = await consultant.subscriptions.detail({ subscriptionId });
    const { contractId } = await consultant.contracts.draft({ subscriptionId, version });
    const { draft, preflight } = await consultant.contracts.detail({ contractId });
    expect(draft.replaces).toEqual({ number: earlier.number, cancelledOn: '2026-11-23' });
    expect(preflight.open.map(({ rule }) => rule)).not.toContain('P37');
  });
});
