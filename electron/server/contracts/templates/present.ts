import type { z } from 'zod';
import {
  allTemplates,
  contractsByTemplate,
  type TemplateRow,
  templatesOfForm,
} from '#db/repositories/contract-templates.ts';
import type { templates as templatesApi } from '#shared/api/templates.ts';
import type { Permission } from '#shared/domain/accounts/permissions.ts';
import { checkTemplate } from '#shared/domain/contracts/templates/check.ts';
import { editionName } from '#shared/domain/contracts/templates/edition.ts';
import { versionInForce } from '#shared/domain/contracts/templates/in-force.ts';
import { type TemplateEvent, templateLifecycle } from '#shared/domain/contracts/templates/lifecycle.ts';
import { type ContractForm, contractForms } from '#shared/domain/contracts/text/forms.ts';
import { contractTextOf, wordingEdition } from '#shared/domain/contracts/text/own-wording.ts';
import { canOf, eventsFrom } from '#shared/domain/lifecycle.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import type { QueryContext } from '../../kernel/handlers.ts';
import { templateFacts } from './template-events.ts';
import { editionOf, templateAt, textHash, textOfVersion } from './versions.ts';

type List = z.input<(typeof templatesApi)['list']['output']>;
type Row = List[number]['versions'][number];
type Detail = z.input<(typeof templatesApi)['detail']['output']>;

const permissionOf: Readonly<Record<TemplateEvent, Permission>> = {
  edit: 'templates.write',
  submit: 'templates.write',
  withdraw: 'templates.write',
  sendBack: 'templates.approve',
  approve: 'templates.approve',
  retire: 'templates.approve',
  drop: 'templates.write',
};

/** The program's wording as a version that nobody has used yet. */
function wordingRow(form: ContractForm, inForce: boolean): Row {
  const number = 0;
  return {
    templateId: null,
    number,
    name: wordingEdition(form),
    state: 'approved',
    edition: editionName(form, number, textHash(contractTextOf(form))),
    author: null,
    approver: null,
    changedAt: null,
    activeFrom: null,
    retiredOn: null,
    inForce,
    contracts: 0,
  };
}

function rowsOf({ db, today }: QueryContext, form: ContractForm): Row[] {
  const counts = contractsByTemplate(db);
  const here = allTemplates(db).filter(({ template }) => template.contractForm === form);
  const current = versionInForce(templatesOfForm(db, form), today)?.id;
  const rows = here.map(
    ({ template, author, approver }): Row => ({
      templateId: template.id,
      number: template.number,
      name: template.name,
      state: template.state,
      edition: editionOf(template),
      author,
      approver,
      changedAt: template.changedAt,
      activeFrom: template.activeFrom,
      retiredOn: template.retiredOn,
      inForce: template.id === current,
      contracts: counts.get(template.id) ?? 0,
    }),
  );
  const unused = !keptAlready(
    here.map(({ template }) => template),
    form,
  );
  return [...rows.toReversed(), ...(unused ? [wordingRow(form, current === undefined)] : [])];
}

/** True where the program's wording of today is a version already. */
function keptAlready(rows: readonly TemplateRow[], form: ContractForm): boolean {
  const hash = textHash(contractTextOf(form));
  return rows.some((one) => one.authorId === null && one.textHash === hash);
}

/** Every form with its versions, the newest first. */
export function templateList(context: QueryContext): List {
  return contractForms.map((form) => ({
    form,
    mayWrite: context.can('templates.write'),
    versions: rowsOf(context, form),
  }));
}

/** One version with its text and what may be done with it. Throws NOT_FOUND. */
export function templateDetail(
  context: QueryContext,
  { form, templateId }: { readonly form: ContractForm; readonly templateId: number | null },
): Detail {
  const text = textOfVersion(context.db, form, templateId);
  const base = contractTextOf(form);
  const template = templateId === null ? undefined : templateAt(context.db, templateId);
  const row =
    rowsOf(context, form).find((one) => one.templateId === templateId) ??
    (templateId === null ? wordingRow(form, false) : undefined);
  if (row === undefined) throw new DomainError('NOT_FOUND');
  return {
    form,
    row,
    text,
    base,
    findings: template?.authorId === null ? [] : checkTemplate(text, base),
    opinion: template?.opinion ?? '',
    can: canWith(context, template),
    version: template?.version ?? null,
  };
}

function canWith(context: QueryContext, template: TemplateRow | undefined): Detail['can'] {
  const copy: true | Refusal = context.can('templates.write') ? true : { code: 'FORBIDDEN' };
  if (template === undefined) return { copy };
  // The day of coming into use is typed in the act.
  const facts = { ...templateFacts(context, template), activeFrom: context.today };
  const events = eventsFrom(templateLifecycle, template.state);
  const answers = canOf(templateLifecycle, template.state, facts, events);
  const can: Record<string, true | Refusal> = { copy };
  for (const event of events) can[event] = context.can(permissionOf[event]) ? answers[event] : { code: 'FORBIDDEN' };
  return can;
}
