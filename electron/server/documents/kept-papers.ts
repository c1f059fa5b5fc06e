import type Database from 'better-sqlite3';
import { type DocumentRow, documentsOf } from '#db/repositories/documents.ts';
import { type NamedPerson, peopleOnPaper } from '#db/repositories/erased-papers.ts';
import { sealedWords } from '#db/repositories/sealed-words.ts';
import type { documents as documentsApi } from '#shared/api/documents.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import type { CommandContext, Handlers, QueryContext } from '../kernel/handlers.ts';
import { ownPaper } from './own-papers.ts';

/** For how long a reason is good, in ms: long enough to read and to print. */
const OPEN_MS = 10 * 60_000;

type Paper = Pick<DocumentRow, 'id' | 'noun' | 'subjectId' | 'number' | 'erasedAt'>;
type Asking = Pick<QueryContext, 'actor' | 'can' | 'now'>;

/** Those on a paper who must not be found by way of it: anonymous, or with data that are only kept. */
function keptPeople(client: Database.Database, { noun, subjectId }: Paper): NamedPerson[] {
  return peopleOnPaper(client, noun, subjectId).filter(({ anonymised, restricted }) => anonymised + restricted > 0);
}

/**
 * How a paper stands to whoever asks that names somebody who is anonymous or whose data are only kept: until when it is
 * open after a reason that they gave; null for every other paper.
 */
export function keptPaper(
  client: Database.Database,
  { actor, now }: Asking,
  paper: Paper,
): { openUntil: number | null } | null {
  if (keptPeople(client, paper).length === 0) return null;
  const at = client
    .prepare<[number, number, number], number>(
      `select happened_at from events where noun = 'documents' and subject_id = ? and kind = 'keptPaperOpened'
         and actor_id = ? and happened_at >= ? order by seq desc limit 1`,
    )
    .pluck()
    .get(paper.id, actor.id, now - OPEN_MS);
  return { openUntil: at === undefined ? null : at + OPEN_MS };
}

/**
 * Why the pages of a paper are not shown, printed or taken along: they were destroyed, they name somebody who may not be
 * found by way of them, or nobody has said yet what for; undefined where they are.
 */
export function pagesRefusal(client: Database.Database, context: Asking, paper: Paper): Refusal | undefined {
  const { number } = paper;
  if (paper.erasedAt !== null) return { code: 'PAPER_ERASED', params: { number } };
  const kept = keptPaper(client, context, paper);
  if (kept === null || kept.openUntil !== null) return undefined;
  return context.can('documents.openKept')
    ? { code: 'PAPER_REASON_NEEDED', params: { number } }
    : { code: 'PAPER_KEPT', params: { number } };
}

/**
 * The same of the city's own copy of a contract, which has no row of papers: open while one of the contract's papers is.
 * Throws PAPER_ERASED, PAPER_KEPT, PAPER_REASON_NEEDED.
 */
export function checkCityPages(
  client: Database.Database,
  context: Pick<QueryContext, 'db'> & Asking,
  { id, number }: { readonly id: number; readonly number: string },
): void {
  const people = peopleOnPaper(client, 'contracts', id);
  if (people.length > 0 && people.every(({ anonymised }) => anonymised === 1))
    throw new DomainError('PAPER_ERASED', { number });
  const refusals = documentsOf(context.db, 'contracts', id).map((paper) => pagesRefusal(client, context, paper));
  const [refused] = refusals;
  if (refused !== undefined && refusals.every((one) => one !== undefined)) throw DomainError.from(refused);
}

/** Throws what {@link pagesRefusal} answers. */
export function checkPages(client: Database.Database, context: Asking, paper: Paper): void {
  const refused = pagesRefusal(client, context, paper);
  if (refused !== undefined) throw DomainError.from(refused);
}

/** Handler of the reason for which such a paper is opened: it is in the log, and what is said about the person sealed. */
export function openKept(client: Database.Database): Pick<Handlers<typeof documentsApi>, 'openKept'> {
  return {
    openKept: (context: CommandContext, { documentId, reason, words }) => {
      const paper = ownPaper(context, documentId);
      const { number } = paper;
      if (paper.erasedAt !== null) throw new DomainError('PAPER_ERASED', { number });
      if (reason === 'other' && words.length < 2) throw new DomainError('REASON_MISSING');
      const [person] = keptPeople(client, paper);
      if (person === undefined) throw new DomainError('PAPER_NOT_KEPT', { number });
      context.happened({
        kind: 'keptPaperOpened',
        noun: 'documents',
        id: paper.id,
        data: { number, reason, ...sealedWords(client, person, words) },
      });
      return { until: context.now + OPEN_MS };
    },
  };
}
