/** What an entry of the sales information base (销售资料库) is about. */
export const handbookTopics = ['facts', 'surroundings', 'promotion', 'competitors', 'questions'] as const;
/** See {@link handbookTopics}. */
export type HandbookTopic = (typeof handbookTopics)[number];

/** What competitors are compared by, in the order of the table. */
export const competitorPoints = [
  'developer',
  'distance',
  'price',
  'layouts',
  'delivery',
  'strengths',
  'weaknesses',
] as const;
/** A point of comparison. */
export type CompetitorPoint = (typeof competitorPoints)[number];
/** What is known of a competitor; points that nobody knows are left out. */
export type CompetitorFacts = Partial<Record<CompetitorPoint, string>>;
