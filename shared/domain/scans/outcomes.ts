/**
 * What came of a scanned page when it was read. `filed`: it went to its paper and page by itself. The others wait for
 * somebody: a page that is there already, of a paper that is void, of an older version, whose content differs from what was
 * issued, beyond the last page, of a number that nobody issued here, of a paper that the person may not open, of a draft, with
 * a code of something else, without a code, without a picture.
 */
export const scanOutcomes = [
  'filed',
  'duplicate',
  'voided',
  'otherVersion',
  'otherContent',
  'noSuchPage',
  'unknownNumber',
  'ofOther',
  'draft',
  'foreign',
  'noCode',
  'noPicture',
] as const;
/** What came of a scanned page when it was read. */
export type ScanOutcome = (typeof scanOutcomes)[number];

/** States of a scanned page: at its place, waiting for somebody, replaced by a better scan, or thrown away. */
export const scanStates = ['filed', 'waiting', 'replaced', 'discarded'] as const;
/** State of a scanned page. */
export type ScanState = (typeof scanStates)[number];
