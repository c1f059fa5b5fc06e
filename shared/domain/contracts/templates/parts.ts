/** Parts of a text that are no articles: its notes, what its words mean, the titles of its chapters and of its annexes. */
export const textParts = ['notes', 'glossary', 'chapters', 'annexes'] as const;
/** A part of a text that is no article. */
export type TextPart = (typeof textParts)[number];

/** True for the name of a part of a text that is no article. */
export function isTextPart(name: string): name is TextPart {
  return textParts.some((one) => one === name);
}

/** Where something stands in a part: a note or a chapter by its number from one, a meaning by its word, an annex by its key. */
export function partPlace(part: TextPart, of: string | number): string {
  return `${part}-${of}`;
}
