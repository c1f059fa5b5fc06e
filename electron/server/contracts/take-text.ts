import type Database from 'better-sqlite3';
import type { z } from 'zod';
import type { contracts as contractsApi } from '#shared/api/contracts.ts';
import { termsOf } from '#shared/domain/contracts/kept-terms.ts';
import { compareTexts } from '#shared/domain/contracts/templates/compare.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { CommandContext } from '../kernel/handlers.ts';
import { applyContractEvent } from './apply-contract-event.ts';
import { newerText, textOfDeal } from './contract-text.ts';
import { ownContractAt } from './deal.ts';
import { editionOf } from './templates/versions.ts';

type Input = z.output<(typeof contractsApi)['takeText']['input']>;

/**
 * Takes a draft to the text in force: its data stay, its words change, and what weighs on the buyers has to be explained
 * again. Throws TEMPLATE_IS_CURRENT, STALE, and what forbids to edit the contract.
 */
export function takeText(context: CommandContext, client: Database.Database, input: Input) {
  const deal = ownContractAt(context, input);
  const template = newerText(context, deal);
  if (template === null) throw new DomainError('TEMPLATE_IS_CURRENT');
  const from = deal.row.terms.edition;
  const edition = editionOf(template);
  const changed = compareTexts(textOfDeal(context.db, deal), template.body).filter(({ change }) => change !== 'same');
  const { row } = applyContractEvent(context, client, deal, 'edit', {
    write: ({ draft }) => ({ templateId: template.id, terms: termsOf({ ...draft, edition }) }),
  });
  context.happened({
    kind: 'contractTextTaken',
    noun: 'contracts',
    id: row.id,
    data: {
      number: row.number,
      from,
      to: edition,
      articles: changed.flatMap((one) => (one.part === 'article' ? [one.title] : [])),
      parts: changed.flatMap(({ part }) => (part === 'article' ? [] : [part])),
    },
  });
  return { state: row.state, version: row.version };
}
