import type { ComponentType } from 'react';
import type { z } from 'zod';
import type { BuyerSigns } from '#renderer/components/buyer-list.tsx';
import type { subscriptions } from '#shared/api/subscriptions.ts';
import type { AskedKind, AskOf } from '#shared/domain/changes/asks.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { ChangeAsk } from '../../change-words.ts';

/** The deal that is to be changed, as its page shows it. */
export type Deal = z.output<typeof subscriptions.detail.output>;

type FieldsProps<A> = {
  deal: Deal;
  ask: A;
  onAsk: (ask: A) => void;
  /** Who signs for those who are to buy. */
  signs: BuyerSigns;
};

/** The fields of one kind of change: what they begin with, and how they are filled in. */
export type AskForm<K extends AskedKind> = {
  first(deal: Deal, today: LocalDate): AskOf<K>;
  /** False while that is not chosen without which there is nothing to reckon. */
  isChosen?(deal: Deal, ask: AskOf<K>): boolean;
  Fields: ComponentType<FieldsProps<AskOf<K>>>;
};

/** The same for whoever does not know of which kind it is. */
export type AnyAskForm = {
  first(deal: Deal, today: LocalDate): ChangeAsk;
  isChosen?(deal: Deal, ask: ChangeAsk): boolean;
  Fields: ComponentType<FieldsProps<ChangeAsk>>;
};

/** Declares the fields of a kind of change: one file each, registered in `index.ts`. */
export function askForm<K extends AskedKind>(form: AskForm<K>): AnyAskForm {
  return form as unknown as AnyAskForm;
}
