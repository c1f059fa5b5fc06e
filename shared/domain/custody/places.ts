import type { Post } from '../accounts/posts.ts';
import { holderNames } from '../contracts/annexes.ts';

/** Departments between which papers pass (部门). */
export const departments = ['sales', 'backOffice', 'warrants', 'finance', 'planning', 'generalManager'] as const;
/** A department. */
export type Department = (typeof departments)[number];

const departmentOfPost: Partial<Record<Post, Department>> = {
  consultant: 'sales',
  supervisor: 'sales',
  backOffice: 'backOffice',
  manager: 'generalManager',
  director: 'generalManager',
  warrantOfficer: 'warrants',
  warrantSupervisor: 'warrants',
  planner: 'planning',
  planningManager: 'planning',
  finance: 'finance',
};

/** The department of a post; none for those who only look after the program or check it. */
export function departmentOf(post: Post): Department | undefined {
  return departmentOfPost[post];
}

/** Who keeps a copy by its paper (art. 29 of a contract; custom for the subscription book). */
export const custodyHolders = [...holderNames, 'finance'] as const;
/** Who keeps a copy. */
export type CustodyHolder = (typeof custodyHolders)[number];

/** Places outside of the office that a copy is handed to. */
export const outsidePlaces = ['buyer', 'registry', 'bank', 'fundCentre', 'notary', 'company'] as const;
/** A place outside of the office. */
export type OutsidePlace = (typeof outsidePlaces)[number];

/** Where a copy can be (所在): with a department, in a box of the archive, lent, outside, lost or destroyed. */
export const custodyPlaces = [...departments, 'archive', 'lent', ...outsidePlaces, 'lost', 'destroyed'] as const;
/** Where a copy is. */
export type CustodyPlace = (typeof custodyPlaces)[number];

/** Papers of which every copy is followed. */
export const originalPapers = [
  'saleContract',
  'subscriptionBook',
  'supplementAgreement',
  'terminationAgreement',
] as const;
/** A paper of which every copy is followed. */
export type OriginalPaper = (typeof originalPapers)[number];

/** The paper of a kind of document, if its copies are followed. */
export function originalPaperOf(kind: string): OriginalPaper | undefined {
  return originalPapers.find((paper) => paper === kind);
}

/**
 * Where a copy goes right after the signing, by who keeps it: the buyer takes it along, the seller's waits for its box,
 * and what goes to an authority or a bank is brought there by the warrants. Whoever confirms may choose another place.
 */
export const firstPlaces: Readonly<Record<CustodyHolder, Department | OutsidePlace>> = {
  buyer: 'buyer',
  seller: 'backOffice',
  finance: 'finance',
  registry: 'warrants',
  bank: 'warrants',
  fundCentre: 'warrants',
  notary: 'warrants',
};

/** The keeper of every copy in the order of the copies: the buyer's come first, as they are signed and handed over. */
export function keepersOf(
  holders: readonly { readonly holder: CustodyHolder; readonly count: number }[],
): CustodyHolder[] {
  const inOrder = holders.toSorted((a, b) => custodyOrder.indexOf(a.holder) - custodyOrder.indexOf(b.holder));
  return inOrder.flatMap(({ holder, count }) => Array.from({ length: count }, () => holder));
}

const custodyOrder: readonly CustodyHolder[] = [
  'buyer',
  'seller',
  'registry',
  'bank',
  'fundCentre',
  'notary',
  'finance',
];
