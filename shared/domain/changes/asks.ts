import { z } from 'zod';
import { cancellationAsk } from './asks/cancellation.ts';
import { forfeitureAsk } from './asks/forfeiture.ts';
import { nameChangeAsk } from './asks/name-change.ts';
import { paymentReliefAsk } from './asks/payment-relief.ts';
import { planChangeAsk } from './asks/plan-change.ts';
import { priceChangeAsk } from './asks/price-change.ts';
import { signingExtensionAsk } from './asks/signing-extension.ts';
import { termsChangeAsk } from './asks/terms-change.ts';
import { unitChangeAsk } from './asks/unit-change.ts';
import type { ChangeKind } from './kinds.ts';

/** What is asked for, one form for each kind of change. A new kind is a file in `asks/` and a line here. */
export const changeAskSchema = z.discriminatedUnion('kind', [
  signingExtensionAsk,
  unitChangeAsk,
  cancellationAsk,
  forfeitureAsk,
  planChangeAsk,
  priceChangeAsk,
  nameChangeAsk,
  termsChangeAsk,
  paymentReliefAsk,
]);
/** What is asked for. */
export type ChangeAsk = z.output<typeof changeAskSchema>;
/** What was asked for, as a record keeps it: those of before plans had codes name the kind, which was the code. */
export function askAsKept(kept: unknown): ChangeAsk {
  const { planKind, ...ask } = z.looseObject({ planKind: z.string().optional() }).parse(kept);
  return changeAskSchema.parse(planKind === undefined ? ask : { ...ask, planCode: planKind });
}

/** What is asked for by one kind of change. */
export type AskOf<K extends ChangeKind> = Extract<ChangeAsk, { readonly kind: K }>;

/** Kinds of change that somebody can ask for. */
export type AskedKind = ChangeAsk['kind'];
