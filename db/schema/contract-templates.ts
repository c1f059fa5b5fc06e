import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { type TemplateState, templateStates } from '#shared/domain/contracts/templates/states.ts';
import type { ContractText } from '#shared/domain/contracts/text/contract-text.ts';
import { type ContractForm, contractForms } from '#shared/domain/contracts/text/forms.ts';
import { dayColumn, id, instantColumn, oneOf, version } from './columns.ts';
import { accounts } from './office.ts';

/**
 * Versions of the texts of contracts (合同文本): each form has its own row of numbers. An approved one stays as it was, so
 * that a contract keeps the words it was drafted in. Without an author it is the program's own wording, kept when it was
 * first used.
 */
export const contractTemplates = sqliteTable(
  'contract_templates',
  {
    id: id(),
    contractForm: text().$type<ContractForm>().notNull(),
    number: integer().notNull(),
    name: text().notNull(),
    state: text().$type<TemplateState>().notNull(),
    body: text({ mode: 'json' }).$type<ContractText>().notNull(),
    /** Hash of the canonical text: eight signs of it stand on every page. */
    textHash: text().notNull(),
    /** The version that it began as a copy of; null for one that began from the program's wording. */
    copyOf: integer(),
    authorId: integer().references(() => accounts.id),
    submittedBy: integer().references(() => accounts.id),
    approvedBy: integer().references(() => accounts.id),
    /** Why it was sent back, last. */
    opinion: text().notNull().default(''),
    changedAt: instantColumn().notNull(),
    activeFrom: dayColumn(),
    retiredOn: dayColumn(),
    version: version(),
  },
  (table) => [
    uniqueIndex('contract_templates_once').on(table.contractForm, table.number),
    oneOf('contract_templates', 'contract_form', contractForms),
    oneOf('contract_templates', 'state', templateStates),
  ],
);
