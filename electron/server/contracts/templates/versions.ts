import type { ReadDb } from '#db/access.ts';
import {
  nextTemplateNumber,
  type TemplateRow,
  templateById,
  templatesOfForm,
} from '#db/repositories/contract-templates.ts';
import { contractTemplates } from '#db/schema/contract-templates.ts';
import { editionName } from '#shared/domain/contracts/templates/edition.ts';
import { versionInForce } from '#shared/domain/contracts/templates/in-force.ts';
import type { ContractText } from '#shared/domain/contracts/text/contract-text.ts';
import type { ContractForm } from '#shared/domain/contracts/text/forms.ts';
import { contractTextOf, wordingEdition } from '#shared/domain/contracts/text/own-wording.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { sha256Of } from '../../documents/render-port.ts';
import type { CommandContext } from '../../kernel/handlers.ts';

/** Hash of a text: of its canonical JSON, so that the same words have the same hash. */
export function textHash(text: ContractText): string {
  return sha256Of(new TextEncoder().encode(canonicalJson(JSON.parse(JSON.stringify(text)))));
}

/** The edition of a version, as it stands on every page of a contract in it. */
export function editionOf({ contractForm, number, textHash: hash }: TemplateRow): string {
  return editionName(contractForm, number, hash);
}

/** One version. Throws NOT_FOUND. */
export function templateAt(db: ReadDb, templateId: number): TemplateRow {
  const row = templateById(db, templateId);
  if (row === undefined) throw new DomainError('NOT_FOUND');
  return row;
}

type Writing = Pick<CommandContext<unknown>, 'db' | 'tx' | 'now' | 'today'>;

/**
 * The version in which a contract of a form is drafted today. Where the office has none, it is the program's own wording,
 * which is kept as a version now: a later edition of the program may word it otherwise. Throws TEMPLATE_NONE_IN_FORCE.
 */
export function templateForDrafting(context: Writing, form: ContractForm): TemplateRow {
  return versionInForce(templatesOfForm(context.db, form), context.today) ?? keptWording(context, form);
}

/** The program's own wording of a form as a version; written down when it is first used. */
function keptWording({ db, tx, now, today }: Writing, form: ContractForm): TemplateRow {
  const body = contractTextOf(form);
  const hash = textHash(body);
  const kept = templatesOfForm(db, form).find((one) => one.authorId === null && one.textHash === hash);
  // One that was taken out of use by the office comes back by nobody's decision.
  if (kept !== undefined) throw new DomainError('TEMPLATE_NONE_IN_FORCE');
  return tx.insert(contractTemplates, {
    contractForm: form,
    number: nextTemplateNumber(db, form),
    name: wordingEdition(form),
    state: 'approved',
    body,
    textHash: hash,
    changedAt: now,
    activeFrom: today,
  });
}

/** What one version, or the program's wording where none is named, says. */
export function textOfVersion(db: ReadDb, form: ContractForm, templateId: number | null): ContractText {
  if (templateId === null) return contractTextOf(form);
  const row = templateAt(db, templateId);
  if (row.contractForm !== form) throw new DomainError('NOT_FOUND');
  return row.body;
}
