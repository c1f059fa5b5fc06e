import type { Translation } from '../translation.ts';
import type { unitStates as zh } from '../zh-CN/unit-states.ts';

/** The commercial axis of a unit: its name, and the letter of its mark. */
export const unitStates = {
  name: {
    unreleased: 'Unreleased',
    available: 'Available',
    locked: 'Locked',
    held: 'Held',
    booked: 'Booked',
    subscribed: 'Subscribed',
    drafting: 'Drafting',
    signed: 'Signed',
    paidUp: 'Paid up',
    frozen: 'Frozen',
    notForSale: 'Not for sale',
  },
  mark: {
    unreleased: 'U',
    available: 'A',
    locked: 'L',
    held: 'H',
    booked: 'B',
    subscribed: 'S',
    drafting: 'D',
    signed: 'C',
    paidUp: 'P',
    frozen: 'F',
    notForSale: 'N',
  },
} as const satisfies Translation<typeof zh>;
