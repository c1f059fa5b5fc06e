import type { ReadDb } from '#db/access.ts';
import { type TemplateRow, templatesOfForm } from '#db/repositories/contract-templates.ts';
import { completedTerms } from '#shared/domain/contracts/kept-terms.ts';
import { mayBeSigned, versionInForce } from '#shared/domain/contracts/templates/in-force.ts';
import type { ContractText } from '#shared/domain/contracts/text/contract-text.ts';
import { contractTextOf } from '#shared/domain/contracts/text/own-wording.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { CommandContext } from '../kernel/handlers.ts';
import type { Deal } from './deal.ts';
import { editionOf, templateAt } from './templates/versions.ts';

/** The version that a contract is drafted in; null for one from before there were versions. */
export function templateOfDeal(db: ReadDb, { row }: Pick<Deal, 'row'>): TemplateRow | null {
  return row.templateId === null ? null : templateAt(db, row.templateId);
}

/** The text that a contract is drafted and printed in: that of its version, whatever is in force by now. */
export function textOfDeal(db: ReadDb, deal: Pick<Deal, 'row'>): ContractText {
  return templateOfDeal(db, deal)?.body ?? contractTextOf(completedTerms(deal.row.terms).form);
}

/**
 * True while a contract may be signed in its text (P33): its version is approved and in use on the day of signing, and the
 * words are those whose check digits the contract carries. The program's own wording is approved by a setting.
 */
export function textIsActive(
  db: ReadDb,
  deal: Pick<Deal, 'row'>,
  {
    signOn,
    today,
    wordingApproved,
  }: { readonly signOn: LocalDate; readonly today: LocalDate; readonly wordingApproved: boolean },
): boolean {
  const template = templateOfDeal(db, deal);
  if (template === null) return wordingApproved;
  const day = signOn > today ? signOn : today;
  const whole = deal.row.terms.edition === editionOf(template) && mayBeSigned(template, day);
  return template.authorId === null ? whole && wordingApproved : whole;
}

/** The version in force that a contract in another one could be taken to; null where it carries that already. */
export function newerText(
  { db, today }: Pick<CommandContext, 'db' | 'today'>,
  deal: Pick<Deal, 'row'>,
): TemplateRow | null {
  const form = textOfDeal(db, deal).form;
  const current = versionInForce(templatesOfForm(db, form), today);
  return current === undefined || current.id === deal.row.templateId ? null : current;
}
