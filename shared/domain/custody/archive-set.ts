/** Papers that must be together before a contract goes into its box (归档资料), in the order in which they lie there. */
export const archivePapers = [
  'contractOriginal',
  'subscriptionBook',
  'agreements',
  'identity',
  'proxy',
  'businessLicence',
  'filing',
] as const;
/** A paper of the set. */
export type ArchivePaper = (typeof archivePapers)[number];

/** What is known of a contract's papers. */
export type ArchiveFacts = {
  /** Copies of the contract that the seller keeps and the office has at hand. */
  readonly contractCopies: number;
  readonly bookNeeded: boolean;
  readonly bookCopies: number;
  /** Agreements in force about it that were printed here, and how many of these the office has a copy of at hand. */
  readonly agreements: number;
  readonly agreementCopies: number;
  /** Buyers who are people. */
  readonly people: number;
  readonly identityScans: number;
  /** Buyers for whom an agent with a written power acts. */
  readonly entrusted: number;
  readonly proxyScans: number;
  /** Buyers that are companies. */
  readonly companies: number;
  readonly licenceScans: number;
  readonly filed: boolean;
};

/** One line of the completeness check: whether the paper is asked for here, and is there. */
export type ArchiveLine = { readonly paper: ArchivePaper; readonly complete: boolean };

/** The papers that a contract's set asks for, each with whether it is there. */
export function archiveSet(facts: ArchiveFacts): ArchiveLine[] {
  const lines: readonly [ArchivePaper, asked: boolean, there: boolean][] = [
    ['contractOriginal', true, facts.contractCopies > 0],
    ['subscriptionBook', facts.bookNeeded, facts.bookCopies > 0],
    ['agreements', facts.agreements > 0, facts.agreementCopies >= facts.agreements],
    ['identity', facts.people > 0, facts.identityScans > 0],
    ['proxy', facts.entrusted > 0, facts.proxyScans > 0],
    ['businessLicence', facts.companies > 0, facts.licenceScans > 0],
    ['filing', true, facts.filed],
  ];
  return lines.flatMap(([paper, asked, complete]) => (asked ? { paper, complete } : []));
}

/** How many papers of the set are missing. */
export function missingPapers(lines: readonly ArchiveLine[]): ArchivePaper[] {
  return lines.filter(({ complete }) => !complete).map(({ paper }) => paper);
}
