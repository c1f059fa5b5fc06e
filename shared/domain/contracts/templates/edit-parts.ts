import type { Run } from '../text/clauses.ts';
import type { ContractText } from '../text/contract-text.ts';
import type { AnnexKey } from '../text/keys.ts';
import { firstWords, keptRuns } from './edit-text.ts';

/** What a note says, by its index. A note keeps at least one sign. */
export function withNote(text: ContractText, index: number, runs: readonly Run[]): ContractText {
  return { ...text, notes: text.notes.map((note, at) => (at === index ? keptRuns(runs) : note)) };
}

/** With a note of the office behind the others, which waits for its words. */
export function withNewNote(text: ContractText): ContractText {
  return { ...text, notes: [...text.notes, [firstWords.note]] };
}

/** Without the note of an index. */
export function withoutNote(text: ContractText, index: number): ContractText {
  return { ...text, notes: text.notes.filter((_note, at) => at !== index) };
}

/** An annex under another title. */
export function withAnnexTitle(text: ContractText, key: AnnexKey, title: string): ContractText {
  return { ...text, annexes: text.annexes.map((annex) => (annex.key === key ? { ...annex, title } : annex)) };
}

/** A chapter under another title, by its index. */
export function withChapterTitle(text: ContractText, index: number, title: string): ContractText {
  return { ...text, chapters: text.chapters.map((one, at) => (at === index ? { ...one, title } : one)) };
}

/** A word of the office, or what it means, by its index. */
export function withWord(
  text: ContractText,
  index: number,
  said: Partial<ContractText['glossary'][number]>,
): ContractText {
  return { ...text, glossary: text.glossary.map((one, at) => (at === index ? { ...one, ...said } : one)) };
}

/** With a word of the office behind the others, which waits for what it means. */
export function withNewWord(text: ContractText): ContractText {
  return { ...text, glossary: [...text.glossary, { word: firstWords.word, meaning: firstWords.meaning }] };
}

/** Without the word of an index. */
export function withoutWord(text: ContractText, index: number): ContractText {
  return { ...text, glossary: text.glossary.filter((_one, at) => at !== index) };
}

/** True for a word that the office explains itself: not one of the program's wording, nor a second meaning of such a one. */
export function isOwnWord(text: ContractText, index: number, base: ContractText): boolean {
  const word = text.glossary[index]?.word;
  return (
    !base.glossary.some((one) => one.word === word) || text.glossary.findIndex((one) => one.word === word) !== index
  );
}
