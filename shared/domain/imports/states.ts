/** What may be imported. */
export const importKinds = ['priceList', 'runningProject', 'inventory', 'generated'] as const;
/** What may be imported. */
export type ImportKind = (typeof importKinds)[number];

/** What became of an import. An import is written whole or not at all, so there is no state in between. */
export const importStates = ['committed', 'undone'] as const;
/** What became of an import. */
export type ImportState = (typeof importStates)[number];

/** What an import would do with a row of its file. */
export const importOutcomes = ['new', 'changed', 'same', 'inDeal', 'leftOut'] as const;
