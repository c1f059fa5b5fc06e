import type { ComponentType } from 'react';
import type { z } from 'zod';
import type { subscriptions } from '#shared/api/subscriptions.ts';
import type { AskedKind, AskOf } from '#shared/domain/changes/asks.ts';

/** The deal that is to be changed, as its page shows it. */
type Deal = z.output<typeof subscriptions.detail.output>;

/** The fields of a change by which a deal ends or moves: what they begin with, and how they are filled in. */
export type ExitForm<K extends AskedKind> = {
  first(deal: Deal): AskOf<K>;
  /** False while that is not chosen without which there is nothing to reckon. */
  isChosen?(deal: Deal, ask: AskOf<K>): boolean;
  Fields: ComponentType<{ deal: Deal; ask: AskOf<K>; onAsk: (ask: AskOf<K>) => void }>;
};
