import type { Refusal } from '#shared/kernel/errors.ts';
import { legalRefusal } from '../lifecycle.ts';
import { type PermitKind, permitsSale } from '../projects/permits.ts';
import { type SpaceRight, titleForSale } from '../units/space-rights.ts';
import type { UnitUse } from '../units/states.ts';
import { type ContractForm, isExisting } from './text/forms.ts';

/** What decides which form of the contract of sale a deal takes. */
export type FormFacts = {
  readonly use: UnitUse;
  readonly spaceRight: SpaceRight;
  /** The paper by which the building is sold now: the pre-sale permit, the filing of completion, the first title. */
  readonly saleBasis: PermitKind | null;
  /** The registry's table lists the unit under that paper. */
  readonly covered: boolean;
  /** A survey of the finished unit is entered. */
  readonly measured: boolean;
};

const forms = {
  home: { presale: 'presaleHome', existing: 'existingHome' },
  shop: { presale: 'presaleCommercial', existing: 'existingCommercial' },
  // A storeroom is no home either: without books for dwellings, with its areas measured and priced as those of a shop.
  storage: { presale: 'presaleCommercial', existing: 'existingCommercial' },
  parking: { presale: 'presaleParking', existing: 'existingParking' },
} as const satisfies Record<UnitUse, Record<'presale' | 'existing', ContractForm>>;

/**
 * The form of the contract of sale (合同种类) by what is sold and by which paper: before completion under the permit,
 * afterwards by title or filing of completion.
 */
export function formOf({ use, saleBasis }: Pick<FormFacts, 'use' | 'saleBasis'>): ContractForm {
  return forms[use][saleBasis === null || saleBasis === 'preSalePermit' ? 'presale' : 'existing'];
}

/**
 * Refuses a contract of sale where none may be: for a space without a title to sell, and for what the permit and the
 * survey do not name, such as a garden or attic that is given away; and of what stands before its survey is entered, by whose
 * areas it is sold.
 */
export function formRefusal(facts: FormFacts): Refusal | undefined {
  const { saleBasis, covered, measured } = facts;
  if (saleBasis === null || !permitsSale(saleBasis)) return legalRefusal('PERMIT_MISSING', 'spcSale2');
  const untitled = titleForSale(facts);
  if (untitled !== undefined) return untitled;
  if (!covered) return { code: 'CONTRACT_UNIT_NOT_COVERED' };
  return isExisting(formOf(facts)) && !measured ? { code: 'CONTRACT_MEASURE_MISSING' } : undefined;
}
