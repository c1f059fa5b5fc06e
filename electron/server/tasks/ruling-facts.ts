import type { ReadDb } from '#db/access.ts';
import { appealedRulings, openRulings, partiesOf } from '#db/repositories/rulings.ts';
import type { TaskFacts } from '#shared/domain/tasks/facts.ts';

/** Conflicts about customers that wait for their ruling, and rulings whose appeal waits for the manager. */
export function rulingFacts(db: ReadDb): Pick<TaskFacts, 'rulings' | 'appeals'> {
  const [open, appealed] = [openRulings(db), appealedRulings(db)];
  const parties = partiesOf(
    db,
    [...open, ...appealed].map(({ id }) => id),
  );
  const partiesIn = (id: number) =>
    parties.filter(({ party }) => party.rulingId === id).map(({ party }) => party.accountId);
  return {
    rulings: open.map(({ id, number, raisedAt }) => ({
      ...{ rulingId: id, number, openedAt: raisedAt, parties: partiesIn(id) },
    })),
    appeals: appealed.map(({ id, number, appealedAt, raisedAt, decidedBy }) => ({
      ...{ rulingId: id, number, openedAt: appealedAt ?? raisedAt },
      parties: [...partiesIn(id), ...(decidedBy === null ? [] : [decidedBy])],
    })),
  };
}
