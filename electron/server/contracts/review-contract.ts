import type Database from 'better-sqlite3';
import type { z } from 'zod';
import { defectById, openDefectCounts } from '#db/repositories/contracts.ts';
import { contractDefects, contractReviews } from '#db/schema/contracts.ts';
import type { contracts as contractsApi } from '#shared/api/contracts.ts';
import { postMayDecide } from '#shared/domain/approvals/authority.ts';
import { defectRefusal } from '#shared/domain/contracts/defects.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { CommandContext, Handlers } from '../kernel/handlers.ts';
import type { Actor } from '../kernel/session.ts';
import { standFor } from '../kernel/standing.ts';
import type { UnitCommand } from '../units/unit-facts.ts';
import { applyContractEvent } from './apply-contract-event.ts';
import { stageOf } from './contract-facts.ts';
import { contractEvent } from './contract-happened.ts';
import { type Deal, ownContract, ownContractAt } from './deal.ts';

type Review = Pick<
  Handlers<typeof contractsApi>,
  'submit' | 'withdraw' | 'approve' | 'sendBack' | 'settleDefect' | 'correct'
>;

/** Hands a contract to its reviewers: a new round, of what stands there now. */
export function submitContract(command: UnitCommand, client: Database.Database, deal: Deal, by: number): Deal {
  return applyContractEvent(command, client, deal, 'submit', {
    write: ({ hash }) => ({ submittedBy: by, reviewRound: deal.row.reviewRound + 1, reviewedHash: hash }),
  });
}

/** Passes the level whose turn it is. */
export function passReview(
  command: UnitCommand & { readonly actor: Actor },
  client: Database.Database,
  deal: Deal,
  opinion: string,
): Deal {
  const { tx, now, actor } = command;
  const { level, post } = stageOf(command, deal.row);
  if (post !== null) standFor(command, 'contracts.review', (own) => postMayDecide(own, post));
  const after = applyContractEvent(command, client, deal, 'approve');
  tx.insert(contractReviews, {
    contractId: deal.row.id,
    round: deal.row.reviewRound,
    level: level ?? 1,
    reviewerId: actor.id,
    verdict: 'passed',
    opinion,
    reviewedAt: now,
  });
  return after;
}

function sendBack(
  context: CommandContext,
  client: Database.Database,
  input: z.output<(typeof contractsApi)['sendBack']['input']>,
) {
  const { tx, now, actor } = context;
  const deal = ownContractAt(context, input);
  const { id, reviewRound } = deal.row;
  const { level, post } = stageOf(context, deal.row);
  if (post !== null) standFor(context, 'contracts.review', (own) => postMayDecide(own, post));
  const after = applyContractEvent(context, client, deal, 'sendBack');
  tx.insert(contractReviews, {
    contractId: id,
    round: reviewRound,
    level: level ?? 1,
    reviewerId: actor.id,
    verdict: 'sentBack',
    opinion: input.opinion,
    reviewedAt: now,
  });
  for (const { kind, text, ...place } of input.defects) {
    const refusal = defectRefusal(context.setting('defectKinds'), { kind, ...place });
    if (refusal !== undefined) throw DomainError.from(refusal);
    const raised = { contractId: id, round: reviewRound, raisedBy: actor.id, raisedAt: now };
    tx.insert(contractDefects, { ...raised, ...place, kindCode: kind, text });
  }
  return contractEvent(context, after, 'contractSentBack', { defects: input.defects.length, opinion: input.opinion });
}

/** Handlers of the review in stages: nobody reviews their own work, nobody takes two levels. */
export function reviewHandlers(client: Database.Database): Review {
  return {
    submit: (context, input) => {
      const after = submitContract(context, client, ownContractAt(context, input), context.actor.id);
      return contractEvent(context, after, 'contractSubmitted', { round: after.row.reviewRound });
    },

    withdraw: (context, input) => {
      const after = applyContractEvent(context, client, ownContractAt(context, input), 'withdraw');
      return contractEvent(context, after, 'contractWithdrawn');
    },

    approve: (context, input) => {
      const deal = ownContractAt(context, input);
      const { level, levels } = stageOf(context, deal.row);
      const after = passReview(context, client, deal, input.opinion);
      const kind = after.row.state === 'approved' ? 'contractApproved' : 'contractReviewPassed';
      return contractEvent(context, after, kind, { level: level ?? levels, levels, opinion: input.opinion });
    },

    sendBack: (context, input) => sendBack(context, client, input),

    settleDefect: (context, { defectId, version, state }) => {
      const { tx, now, actor, happened } = context;
      const defect = defectById(context.db, defectId);
      if (defect === undefined) throw new DomainError('NOT_FOUND');
      const { row } = ownContract(context, defect.contractId);
      if (row.state !== 'draft') throw new DomainError('CONTRACT_IN_REVIEW');
      const corrected = state === 'corrected';
      tx.update(
        contractDefects,
        defectId,
        { state, correctedBy: corrected ? actor.id : null, correctedAt: corrected ? now : null },
        version,
      );
      happened({
        kind: corrected ? 'defectCorrected' : 'defectReopened',
        noun: 'contracts',
        id: row.id,
        data: { number: row.number, defect: defect.text, open: openDefectCounts(tx, [row.id]).get(row.id) ?? 0 },
      });
      return { state };
    },

    correct: (context, input) => {
      const { reason } = input;
      const after = applyContractEvent(context, client, ownContractAt(context, input), 'correct', { reason });
      return contractEvent(context, after, 'contractCorrected', { reason });
    },
  };
}
