import { type HandbookRow, handbookEntryById, handbookOf } from '#db/repositories/handbook.ts';
import { handbookEntries } from '#db/schema/control.ts';
import type { handbook as handbookApi } from '#shared/api/handbook.ts';
import { excerptOf, indexOf, rankOf, wordsOf } from '#shared/domain/handbook/search.ts';
import { entryRefusal, isOver } from '#shared/domain/handbook/writing.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { Handlers } from '../kernel/handlers.ts';

/** As many hits as are looked through while somebody waits. */
const HITS = 30;
/** Length of an excerpt. */
const EXCERPT = 72;

/** Everything of an entry that is written as text. */
function textOf({ body, facts, source }: HandbookRow): { readonly body: string; readonly more: string } {
  return { body, more: `${Object.values(facts).join(' ')} ${source}` };
}

/** Handlers of the sales information base. */
export const handbookHandlers: Handlers<typeof handbookApi> = {
  list: ({ db, can }, { archived }) => ({
    entries: handbookOf(db, archived).map(({ row, by }) => ({
      id: row.id,
      topic: row.topic,
      title: row.title,
      body: row.body,
      facts: row.facts,
      source: row.source,
      asOf: row.asOf,
      validUntil: row.validUntil,
      archived: row.archived,
      writtenBy: by,
      writtenAt: row.writtenAt,
      version: row.version,
    })),
    can: { write: can('handbook.write') || { code: 'FORBIDDEN' } },
  }),

  find: ({ db, today }, { text, topic }) => {
    const words = wordsOf(text);
    const ranked = handbookOf(db, false)
      .filter(({ row }) => topic === null || row.topic === topic)
      .map(({ row }) => ({ row, rank: rankOf(indexOf({ title: row.title, ...textOf(row) }), words) }))
      .filter(({ rank }) => rank > 0)
      // What holds comes before what is over, whatever its rank.
      .toSorted((a, b) => Number(isOver(a.row, today)) - Number(isOver(b.row, today)) || b.rank - a.rank);
    return {
      hits: ranked.slice(0, HITS).map(({ row }) => {
        const { body, more } = textOf(row);
        const { id, topic: about, title, asOf, validUntil } = row;
        return { id, topic: about, title, asOf, validUntil, excerpt: excerptOf(`${body} ${more}`, words, EXCERPT) };
      }),
    };
  },

  save: ({ tx, actor, now, today, happened }, { entry, ...written }) => {
    const facts = written.topic === 'competitors' ? written.facts : {};
    const refused = entryRefusal({ ...written, facts }, today);
    if (refused !== undefined) throw DomainError.from(refused);
    const values = { ...written, facts, writtenBy: actor.id, writtenAt: now };
    const row =
      entry === null ? tx.insert(handbookEntries, values) : tx.update(handbookEntries, entry.id, values, entry.version);
    const kind = entry === null ? 'handbookWritten' : 'handbookChanged';
    happened({ kind, noun: 'handbook', id: row.id, data: { topic: row.topic } });
    return { entryId: row.id };
  },

  archive: ({ db, tx, happened }, { entryId, version, archived }) => {
    const row = handbookEntryById(db, entryId);
    if (row === undefined) throw new DomainError('NOT_FOUND');
    if (row.archived === archived) throw new DomainError('HANDBOOK_AS_IT_IS');
    tx.update(handbookEntries, entryId, { archived }, version);
    happened({ kind: archived ? 'handbookArchived' : 'handbookTakenBack', noun: 'handbook', id: entryId });
    return {};
  },
};
