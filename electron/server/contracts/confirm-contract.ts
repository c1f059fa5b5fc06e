import type Database from 'better-sqlite3';
import type { z } from 'zod';
import type { contracts as contractsApi } from '#shared/api/contracts.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { CommandContext } from '../kernel/handlers.ts';
import { applyContractEvent } from './apply-contract-event.ts';
import { weightyHash } from './check-contract.ts';
import { contractEvent } from './contract-happened.ts';
import { ownContractAt } from './deal.ts';

type Inputs = { [Name in 'explainTerms' | 'recordFund']: z.output<(typeof contractsApi)[Name]['input']> };

/** The buyers were told of what weighs on them: counts for the terms as they stand now, and no longer than they do. */
export function explainTerms(context: CommandContext, client: Database.Database, input: Inputs['explainTerms']) {
  const deal = ownContractAt(context, input);
  const { confirmations } = deal.row;
  const after = applyContractEvent(context, client, deal, 'confirm', {
    write: ({ draft }) => ({
      confirmations: {
        ...confirmations,
        weightyTerms: { on: context.today, by: context.actor.name, hash: weightyHash(draft) },
      },
    }),
  });
  return contractEvent(context, after, 'contractTermsExplained');
}

/** The buyers paid the maintenance fund, by their voucher. Throws FUND_DAY_WRONG for a day that is still to come. */
export function recordFund(context: CommandContext, client: Database.Database, input: Inputs['recordFund']) {
  const { payment } = input;
  const { today } = context;
  const deal = ownContractAt(context, input);
  if (payment !== null && payment.paidOn > today) throw new DomainError('FUND_DAY_WRONG', { todayOn: today });
  const { confirmations } = deal.row;
  const after = applyContractEvent(context, client, deal, 'confirm', {
    write: () => ({ confirmations: { ...confirmations, maintenanceFund: payment } }),
  });
  return contractEvent(context, after, 'maintenanceFundRecorded', { voucher: payment?.voucher ?? '' });
}
