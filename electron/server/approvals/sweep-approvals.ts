import type { ReadDb } from '#db/access.ts';
import { overdueApprovals } from '#db/repositories/approvals.ts';
import type { Corridor } from '../kernel/corridor.ts';
import { decideRequest } from './decide-approval.ts';

/** Lets requests end that nobody decided in time, one act of the office each. Answers how many ended. */
export async function sweepApprovals(corridor: Corridor, db: ReadDb, now: number): Promise<number> {
  const ended = await Promise.allSettled(
    overdueApprovals(db, now).map(({ id }) =>
      corridor.act({
        procedure: 'office.approvalExpires',
        run: (context) => {
          decideRequest(context, id, 'expire', '');
          context.happened({ kind: 'expired', noun: 'approvals', id });
        },
      }),
    ),
  );
  return ended.filter(({ status }) => status === 'fulfilled').length;
}
