import type { AskedKind } from '#shared/domain/changes/asks.ts';
import type { ChangeKind } from '#shared/domain/changes/kinds.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { AnyDefinition } from '../definition.ts';
import { cancellation } from './cancellation.ts';
import { forfeiture } from './forfeiture.ts';
import { nameChange } from './name-change.ts';
import { paymentRelief } from './payment-relief.ts';
import { planChange } from './plan-change.ts';
import { priceChange } from './price-change.ts';
import { signingExtension } from './signing-extension.ts';
import { termsChange } from './terms-change.ts';
import { unitChange } from './unit-change.ts';

/** Every kind of change that the office carries out. A new kind is a file beside this one and a line here. */
const definitions: Readonly<Record<AskedKind, AnyDefinition>> = {
  signingExtension,
  unitChange,
  cancellation,
  forfeiture,
  planChange,
  priceChange,
  nameChange,
  termsChange,
  paymentRelief,
};

/** The definition of a kind of change. Throws NOT_FOUND for one that nobody can ask for. */
export function definitionOf(kind: ChangeKind): AnyDefinition {
  const found = Object.entries(definitions).find(([name]) => name === kind);
  if (found === undefined) throw new DomainError('NOT_FOUND');
  return found[1];
}
