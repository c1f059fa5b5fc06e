/** What a home is handed over with (装修标准): bare, simply or fully decorated. */
export const decorations = ['bare', 'basic', 'full'] as const;
/** Standard of decoration. */
export type Decoration = (typeof decorations)[number];
