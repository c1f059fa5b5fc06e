import type { z } from 'zod';
import type { TemplateRow } from '#db/repositories/contract-templates.ts';
import { nextTemplateNumber } from '#db/repositories/contract-templates.ts';
import { contractTemplates } from '#db/schema/contract-templates.ts';
import type { templates as templatesApi } from '#shared/api/templates.ts';
import { checkTemplate } from '#shared/domain/contracts/templates/check.ts';
import {
  type TemplateEvent,
  type TemplateFacts,
  templateLifecycle,
} from '#shared/domain/contracts/templates/lifecycle.ts';
import { readContractText } from '#shared/domain/contracts/templates/read-text.ts';
import { articlesOfText } from '#shared/domain/contracts/text/contract-text.ts';
import { contractTextOf } from '#shared/domain/contracts/text/own-wording.ts';
import type { EventKind } from '#shared/domain/events/kinds.ts';
import { decideOrRefuse } from '#shared/domain/lifecycle.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { CommandContext, QueryContext } from '../../kernel/handlers.ts';
import { countingAs } from '../../kernel/standing.ts';
import { templateAt, textHash, textOfVersion } from './versions.ts';

type Input<Act extends keyof typeof templatesApi> = z.output<(typeof templatesApi)[Act]['input']>;

/** What the rules look at for whoever asks. */
export function templateFacts(
  { today, actor }: Pick<QueryContext, 'today' | 'actor'>,
  template: TemplateRow,
  activeFrom: LocalDate | null = null,
): TemplateFacts {
  const authors = [template.authorId, template.submittedBy].filter((one) => one !== null);
  return {
    today,
    actorId: actor.id,
    authorIds: countingAs(actor, authors),
    blocking: checkTemplate(template.body, contractTextOf(template.contractForm)).filter(
      ({ stops }) => stops !== 'warn',
    ).length,
    activeFrom,
  };
}

type Act = {
  readonly kind: EventKind;
  readonly patch?: Partial<typeof contractTemplates.$inferInsert>;
  readonly activeFrom?: LocalDate;
  readonly data?: Readonly<Record<string, unknown>>;
};

/** Brings an event about on a version that somebody saw. Throws NOT_FOUND, STALE and the refusals of the table. */
export function applyTemplateEvent(
  context: CommandContext,
  { templateId, version }: { readonly templateId: number; readonly version: number },
  event: TemplateEvent,
  { kind, patch = {}, activeFrom, data = {} }: Act,
) {
  const template = templateAt(context.db, templateId);
  if (template.version !== version) throw new DomainError('STALE');
  const { next } = decideOrRefuse(
    templateLifecycle,
    template.state,
    event,
    templateFacts(context, template, activeFrom ?? null),
  );
  const after = context.tx.update(contractTemplates, template.id, {
    ...patch,
    state: next,
    version: template.version + 1,
  });
  const { contractForm: form, number, name } = after;
  context.happened({ kind, noun: 'contractTemplates', id: after.id, data: { form, number, name, ...data } });
  return { state: after.state, version: after.version };
}

/** Begins a version as a copy. Throws NOT_FOUND. */
export function copyTemplate(context: CommandContext, { form, templateId, name }: Input<'copy'>) {
  const { db, tx, now, actor, happened } = context;
  const body = textOfVersion(db, form, templateId);
  const row = tx.insert(contractTemplates, {
    contractForm: form,
    number: nextTemplateNumber(db, form),
    name,
    state: 'draft',
    body,
    textHash: textHash(body),
    copyOf: templateId,
    authorId: actor.id,
    changedAt: now,
  });
  const { number } = row;
  happened({ kind: 'templateCopied', noun: 'contractTemplates', id: row.id, data: { form, number, name } });
  return { templateId: row.id, version: row.version };
}

/**
 * Keeps what was edited. Throws the refusals of `readContractText`, and TEMPLATE_LOCKED with the first thing that the text
 * has lost of what the law fixes, or holds although no text may: the article, or the words.
 */
export function saveTemplate(context: CommandContext, { templateId, version, name, body }: Input<'save'>) {
  const text = readContractText(body);
  const base = contractTextOf(templateAt(context.db, templateId).contractForm);
  const stopped = checkTemplate(text, base).find(({ stops }) => stops === 'save');
  if (stopped !== undefined)
    throw new DomainError('TEMPLATE_LOCKED', {
      words: articlesOfText(base).find(({ key }) => key === stopped.article)?.title ?? stopped.words,
    });
  return applyTemplateEvent(context, { templateId, version }, 'edit', {
    kind: 'templateEdited',
    patch: { name, body: text, textHash: textHash(text), changedAt: context.now },
  });
}
