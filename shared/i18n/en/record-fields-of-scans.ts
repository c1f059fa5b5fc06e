/** English names of the fields of attached files and scanned pages. */
export const recordFieldsOfScans = {
  sizeBytes: 'Size',
  addedBy: 'Attached by',
  addedAt: 'Attached at',
  removedBy: 'Removed by',
  removedAt: 'Removed at',
  stackId: 'Stack',
  thumbnailSha256: 'Hash of the small picture',
  turns: 'Turned',
  outcome: 'What came of it',
  codeText: 'What its code says',
  page: 'Page',
  byHand: 'By hand',
  settledBy: 'Dealt with by',
  settledAt: 'Dealt with at',
} as const;
