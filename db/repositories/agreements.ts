import { and, asc, count, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { type AgreementKind, openAgreementStates } from '#shared/domain/agreements/states.ts';
import type { ReadDb } from '../access.ts';
import { agreementSignatures, agreements } from '../schema/agreements.ts';
import { contracts } from '../schema/deals.ts';
import { accounts } from '../schema/office.ts';

/** An agreement about a signed contract as stored. */
export type AgreementRow = typeof agreements.$inferSelect;

/** One agreement. */
export function agreementById(db: ReadDb, id: number): AgreementRow | undefined {
  return db.select().from(agreements).where(eq(agreements.id, id)).get();
}

/** The agreements about a contract, the oldest first; dropped ones too. */
export function agreementsOf(db: ReadDb, contractId: number): AgreementRow[] {
  return db.select().from(agreements).where(eq(agreements.contractId, contractId)).orderBy(asc(agreements.id)).all();
}

/** Every agreement about a signed contract, the oldest first. */
export function listAgreements(db: ReadDb): AgreementRow[] {
  return db.select().from(agreements).orderBy(asc(agreements.id)).all();
}

/** The agreement by which a change is made, on its way or in force; undefined where nobody has drafted one. */
export function agreementOfChange(db: ReadDb, changeId: number): AgreementRow | undefined {
  return db
    .select()
    .from(agreements)
    .where(and(eq(agreements.changeId, changeId), inArray(agreements.state, [...openAgreementStates, 'inForce'])))
    .get();
}

/** The next number among the agreements of a kind under a contract. */
export function nextPosition(db: ReadDb, contractId: number, kind: AgreementKind): number {
  const found = db
    .select({ n: count() })
    .from(agreements)
    .where(and(eq(agreements.contractId, contractId), eq(agreements.kind, kind)))
    .get();
  return (found?.n ?? 0) + 1;
}

/** Who has signed an agreement, in the order of signing. */
export function agreementSignaturesOf(db: ReadDb, agreementId: number) {
  return db
    .select({ signature: agreementSignatures, recorder: accounts.name })
    .from(agreementSignatures)
    .innerJoin(accounts, eq(accounts.id, agreementSignatures.recordedBy))
    .where(eq(agreementSignatures.contractAgreementId, agreementId))
    .orderBy(asc(agreementSignatures.position))
    .all();
}

/** Contracts that an agreement has ended while the city still shows them as filed, with that agreement. */
export function filingsToCancel(db: ReadDb) {
  return db
    .select({ agreement: agreements, unitId: contracts.unitId })
    .from(agreements)
    .innerJoin(contracts, eq(contracts.id, agreements.contractId))
    .where(and(eq(agreements.state, 'inForce'), eq(agreements.kind, 'termination'), eq(contracts.state, 'filed')))
    .orderBy(asc(agreements.signedOn), asc(agreements.id))
    .all();
}

/** Agreements in force of which the registry has not been told yet; those of one contract, or all. */
export function agreementsToRefile(db: ReadDb, contractId?: number): AgreementRow[] {
  return db
    .select()
    .from(agreements)
    .where(
      and(
        eq(agreements.state, 'inForce'),
        isNotNull(agreements.refileBy),
        isNull(agreements.refiledOn),
        ...(contractId === undefined ? [] : [eq(agreements.contractId, contractId)]),
      ),
    )
    .orderBy(asc(agreements.refileBy), asc(agreements.id))
    .all();
}
