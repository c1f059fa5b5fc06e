import type { CustomerPlan, DealPlan, OfficePlan } from '#db/seed/acts.ts';
import type { StaffName } from '#db/seed/people.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { Random } from '#shared/kernel/random.ts';
import type { CommandContext } from '../kernel/handlers.ts';
import type { Office } from '../office.ts';
import type { DeskClient, MovableClock } from './desk.ts';

const MINUTE_MS = 60_000;

/** The office in which the plan happens, and who works there. */
export type Stage = {
  readonly office: Office;
  readonly plan: OfficePlan;
  readonly clock: MovableClock;
  /** The instant at which somebody enters the office, UTC ms. */
  readonly now: number;
  readonly random: Random;
  readonly desk: (name: StaffName) => DeskClient;
  readonly accountId: (name: StaffName) => number;
  readonly projectId: number;
  /** Rows of the plan's homes and customers, by their places in the plan; filled as they come about. */
  readonly unitIds: number[];
  readonly customerIds: number[];
  /** The visits that are in the hall, by their customers' places in the plan. */
  readonly visitIds: Record<number, number>;
};

/** Some minutes go by, as long as they are not still to come. */
export function wait({ clock, now }: Stage, minutes: number): void {
  clock.moveTo(Math.min(clock() + minutes * MINUTE_MS, now));
}

/** A customer of the plan. */
export function customerAt({ plan }: Stage, index: number): CustomerPlan {
  const found = plan.customers[index];
  if (found === undefined) throw new DomainError('NOT_FOUND');
  return found;
}

/** A sale of the plan. */
export function dealAt({ plan }: Stage, index: number): DealPlan {
  const found = plan.deals[index];
  if (found === undefined) throw new DomainError('NOT_FOUND');
  return found;
}

/** The number on a bank's slip. */
export function slipNumber({ random }: Stage): string {
  return String(random.int(10_000_000, 99_999_999));
}

/** Something the office does by itself. */
export function officeAct(
  { office }: Stage,
  name: string,
  run: (context: CommandContext<undefined>) => void,
): Promise<void> {
  return office.corridor.act({ procedure: `office.${name}`, run });
}
