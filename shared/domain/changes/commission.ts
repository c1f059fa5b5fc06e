import { type Fen, fen } from '#shared/kernel/money.ts';
import type { ChangeKind } from './kinds.ts';
import type { Simulation } from './simulation.ts';

/** What a change does to the amount of a deal, by which its consultant's commission is reckoned (document-forms 2.3). */
export type CommissionEffect =
  | { readonly effect: 'stays' | 'ends'; readonly amount: Fen }
  | {
      readonly effect: 'moves';
      readonly before: Fen;
      readonly after: Fen;
      /** Where the deal goes to another home, which its commission goes with. */
      readonly homes: { readonly from: string; readonly to: string } | null;
    };

/** What a change does to the commission on a deal: the amounts that it is reckoned by, in fen; rates come with its settlement. */
export function commissionEffect(kind: ChangeKind, figures: Simulation['figures'], price: Fen): CommissionEffect {
  if (kind === 'cancellation' || kind === 'forfeiture') return { effect: 'ends', amount: price };
  const of = (name: Simulation['figures'][number]['name']) => figures.find((one) => one.name === name);
  const moved = of('price');
  if (typeof moved?.before !== 'number' || typeof moved.after !== 'number') return { effect: 'stays', amount: price };
  const unit = of('unit');
  const homes = typeof unit?.before === 'string' && typeof unit.after === 'string';
  return {
    effect: 'moves',
    before: fen(moved.before),
    after: fen(moved.after),
    homes: homes ? { from: String(unit.before), to: String(unit.after) } : null,
  };
}
