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
