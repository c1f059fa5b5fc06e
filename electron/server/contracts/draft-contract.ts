import type Database from 'better-sqlite3';
import type { z } from 'zod';
import { nextNumber } from '#db/repositories/counters.ts';
import { type SubscriptionRow, subscriptionById } from '#db/repositories/subscriptions.ts';
import { buildingOf, type UnitRow, unitById } from '#db/repositories/units.ts';
import type { contracts as contractsApi } from '#shared/api/contracts.ts';
import { formOf, formRefusal } from '#shared/domain/contracts/form-of.ts';
import { termsOf } from '#shared/domain/contracts/kept-terms.ts';
import { draftContract as draftOf } from '#shared/domain/contracts/make-draft.ts';
import type { ContractForm } from '#shared/domain/contracts/text/forms.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { CommandContext } from '../kernel/handlers.ts';
import { applySubscriptionEvent } from '../subscriptions/apply-subscription-event.ts';
import { checkOwnDeal } from '../subscriptions/own-deals.ts';
import { applyUnitEvent } from '../units/apply-unit-event.ts';
import type { UnitCommand } from '../units/unit-facts.ts';
import { draftFacts } from './draft-facts.ts';
import { editionOf, templateForDrafting } from './templates/versions.ts';
import { writeContract } from './write-contract.ts';

type Input = z.output<(typeof contractsApi)['draft']['input']>;

/** Begins the contract of a subscription whose deposit is whole. Throws STALE, DEAL_OF_OTHER and the table's refusals. */
export function draftContract(context: CommandContext, client: Database.Database, input: Input) {
  checkOwnDeal(context, input.subscriptionId);
  const row = subscriptionById(context.db, input.subscriptionId);
  if (row === undefined) throw new DomainError('NOT_FOUND');
  if (row.version !== input.version) throw new DomainError('STALE');
  const contract = beginContract(context, client, row, context.actor.id);
  context.happened({
    kind: 'contractDrafted',
    noun: 'contracts',
    id: contract.id,
    data: { number: contract.number, subscription: row.number },
  });
  return { contractId: contract.id, number: contract.number };
}

/**
 * Takes the number and writes the draft: what the records know is given, the rest proposed (decision 13). The
 * subscription is converted and the unit is in drafting.
 */
export function beginContract(
  command: UnitCommand,
  client: Database.Database,
  subscription: SubscriptionRow,
  drafterId: number,
) {
  const { db, tx, today } = command;
  const unit = unitById(db, subscription.unitId);
  if (unit === undefined) throw new DomainError('NOT_FOUND');
  const template = templateForDrafting(command, formOfUnit(command, unit));
  const { body: text } = template;
  const converted = applySubscriptionEvent(command, subscription, 'convert', { priceAuthorised: true });
  const facts = draftFacts(command, client, { subscription, unit, contractId: null, drafterId, text });
  const draft = draftOf({ ...facts, edition: editionOf(template) });
  const contract = writeContract(command, {
    number: nextNumber(tx, 'HT', Number(today.slice(0, 4))),
    subscriptionId: subscription.id,
    unitId: unit.id,
    state: 'draft',
    price: subscription.price,
    templateId: template.id,
    terms: termsOf(draft),
    draftedBy: drafterId,
    draftedOn: today,
  });
  applyUnitEvent(command, unit, 'startDrafting', { subscription: converted.state, contract: contract.state });
  return contract;
}

/** The form of the contract of a unit by the records. Throws PERMIT_MISSING, SPACE_CIVIL_DEFENCE and the like. */
function formOfUnit({ db }: UnitCommand, unit: UnitRow): ContractForm {
  const facts = {
    use: unit.use,
    spaceRight: unit.spaceRight,
    saleBasis: buildingOf(db, unit.buildingId)?.permit?.kind ?? null,
    covered: unit.legalState !== 'notCovered',
    measured: unit.measuredBuiltArea !== null,
  };
  const refusal = formRefusal(facts);
  if (refusal !== undefined) throw DomainError.from(refusal);
  return formOf(facts);
}
