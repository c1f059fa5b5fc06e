import type { Refusal } from '../../kernel/errors.ts';
import { lifecycle } from '../lifecycle.ts';
import { type UnitCommercialState, type UnitEncumbrance, unitEncumbrances } from './states.ts';

/** What may burden a unit, and what frees it. *Discharge* is 解押. */
export const unitEncumbranceEvents = [
  'mortgage',
  'requestDischarge',
  'withdrawDischarge',
  'discharge',
  'seize',
  'liftSeizure',
] as const;
/** Event on the encumbrance axis. */
export type UnitEncumbranceEvent = (typeof unitEncumbranceEvents)[number];

/** What the guards of the encumbrance axis look at. */
export type UnitEncumbranceFacts = {
  readonly commercial: UnitCommercialState;
  /** State before the seizure, which comes back when it is lifted. */
  readonly beforeSeizure: UnitEncumbrance | null;
};

const soldStates: readonly UnitCommercialState[] = ['subscribed', 'drafting', 'signed', 'paidUp'];

function notSold(facts: UnitEncumbranceFacts): Refusal | undefined {
  return soldStates.includes(facts.commercial) ? { code: 'UNIT_SOLD' } : undefined;
}

const wasMortgaged = (facts: UnitEncumbranceFacts) => facts.beforeSeizure === 'projectMortgage';
const dischargeWasRequested = (facts: UnitEncumbranceFacts) => facts.beforeSeizure === 'dischargeRequested';
const wasDischarged = (facts: UnitEncumbranceFacts) => facts.beforeSeizure === 'discharged';

/** The encumbrance of a unit: project mortgage and its discharge, and judicial seizure over whatever was there. */
export const unitEncumbranceAxis = lifecycle<
  UnitEncumbrance,
  UnitEncumbranceEvent,
  UnitEncumbranceFacts,
  'rememberEncumbrance' | 'forgetEncumbrance'
>({
  noun: 'unit-encumbrance',
  states: unitEncumbrances,
  initial: 'none',
  final: [],
  events: unitEncumbranceEvents,
  transitions: [
    { from: ['none', 'discharged'], event: 'mortgage', to: 'projectMortgage', guards: [notSold] },
    { from: 'projectMortgage', event: 'requestDischarge', to: 'dischargeRequested', guards: [] },
    { from: 'dischargeRequested', event: 'withdrawDischarge', to: 'projectMortgage', guards: [] },
    { from: 'dischargeRequested', event: 'discharge', to: 'discharged', guards: [] },
    {
      from: ['none', 'projectMortgage', 'dischargeRequested', 'discharged'],
      event: 'seize',
      to: 'seized',
      guards: [],
      effects: ['rememberEncumbrance'],
    },
    {
      from: 'seized',
      event: 'liftSeizure',
      to: 'projectMortgage',
      when: wasMortgaged,
      guards: [],
      effects: ['forgetEncumbrance'],
    },
    {
      from: 'seized',
      event: 'liftSeizure',
      to: 'dischargeRequested',
      when: dischargeWasRequested,
      guards: [],
      effects: ['forgetEncumbrance'],
    },
    {
      from: 'seized',
      event: 'liftSeizure',
      to: 'discharged',
      when: wasDischarged,
      guards: [],
      effects: ['forgetEncumbrance'],
    },
    { from: 'seized', event: 'liftSeizure', to: 'none', guards: [], effects: ['forgetEncumbrance'] },
  ],
});
