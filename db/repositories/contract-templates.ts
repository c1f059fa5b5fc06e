import { asc, count, eq, isNotNull, max } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { ContractForm } from '#shared/domain/contracts/text/forms.ts';
import type { ReadDb } from '../access.ts';
import { contractTemplates } from '../schema/contract-templates.ts';
import { contracts } from '../schema/deals.ts';
import { accounts } from '../schema/office.ts';

/** A version of a contract text as stored. */
export type TemplateRow = typeof contractTemplates.$inferSelect;

/** One version of a contract text. */
export function templateById(db: ReadDb, id: number): TemplateRow | undefined {
  return db.select().from(contractTemplates).where(eq(contractTemplates.id, id)).get();
}

/** The versions of a form, the oldest first. */
export function templatesOfForm(db: ReadDb, form: ContractForm): TemplateRow[] {
  return db
    .select()
    .from(contractTemplates)
    .where(eq(contractTemplates.contractForm, form))
    .orderBy(asc(contractTemplates.number))
    .all();
}

/** Every version of every form with the names of who wrote and approved it, the oldest first. */
export function allTemplates(db: ReadDb) {
  const approver = alias(accounts, 'approver');
  return db
    .select({ template: contractTemplates, author: accounts.name, approver: approver.name })
    .from(contractTemplates)
    .leftJoin(accounts, eq(accounts.id, contractTemplates.authorId))
    .leftJoin(approver, eq(approver.id, contractTemplates.approvedBy))
    .orderBy(asc(contractTemplates.number))
    .all();
}

/** The number that the next version of a form gets. */
export function nextTemplateNumber(db: ReadDb, form: ContractForm): number {
  const last = db
    .select({ number: max(contractTemplates.number) })
    .from(contractTemplates)
    .where(eq(contractTemplates.contractForm, form))
    .get()?.number;
  return (last ?? 0) + 1;
}

/** How many contracts were drafted in each version. */
export function contractsByTemplate(db: ReadDb): ReadonlyMap<number, number> {
  const rows = db
    .select({ id: contracts.templateId, n: count() })
    .from(contracts)
    .where(isNotNull(contracts.templateId))
    .groupBy(contracts.templateId)
    .all();
  return new Map(rows.flatMap(({ id, n }) => (id === null ? [] : [[id, n] as const])));
}
