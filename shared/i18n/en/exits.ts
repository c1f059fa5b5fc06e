import type { Translation } from '../translation.ts';
import type { exits as zh } from '../zh-CN/exits.ts';

/** Words of the changes by which a deal ends or moves to another home. */
export const exits = {
  target: 'Move to',
  targetHint: 'Type a home to find what is on sale',
  targetNone: 'No home to move to',
  planKind: 'Way to pay',
  cause: 'Why the deal ends',
  causes: { seller: 'The seller’s doing', buyer: 'The buyers’ doing', nobody: 'Nobody’s fault' },
  ground: 'Article it rests on',
  groundHint: 'The refund bears the interest that this article agrees; without one, the reference rate for contracts.',
  groundNone: 'By consent, on no article',
  keep: 'Kept of the deposit',
  forfeiture:
    'When the days after the notice of termination have passed and nobody has signed, the deal can be forfeited: the deposit is kept within the share of the price that the law allows, all else goes back to whoever paid it, and the home is on sale again.',
} as const satisfies Translation<typeof zh>;
