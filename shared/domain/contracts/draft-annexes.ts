import { loansOf } from '../plans/down-payment.ts';
import { type ContractAnnexes, facilityNames } from './annexes.ts';
import type { DraftFacts } from './make-draft.ts';
import { warrantyFloors } from './presets.ts';
import { isOfSpace } from './text/forms.ts';

/** The tables of the annexes of a new contract: what the records know, what the building's last contract said. */
export function annexesOf(facts: DraftFacts): ContractAnnexes {
  const { building } = facts;
  const loan = loansOf(facts.plan.lines) > 0;
  return {
    drawings: { floorPlan: false, sitePlan: false, dimensions: false, scale: '', tolerance: '' },
    commonParts: [],
    mortgageTerms: '',
    tenantWaivers: [],
    facilities: facilitiesOf(facts),
    fitOut: [],
    warranty: [...warrantyFloors],
    warrantyTerms: '',
    guaranteeTerms: '',
    managementContract: false,
    temporaryRules: false,
    managementTerms: '',
    eligibilityPapers: false,
    burdens: [],
    ownTerms: [],
    ...facts.carried.annexes,
    mortgages: building.mortgaged ? [...(facts.carried.annexes.mortgages ?? [])] : [],
    payments: paymentsOf(facts),
    holders: [
      { holder: 'seller', count: 2 },
      { holder: 'buyer', count: 1 },
      { holder: 'registry', count: 1 },
      ...(loan ? [{ holder: 'bank' as const, count: 1 }] : []),
    ],
  };
}

/** The payments of annex four are those of the plan. */
export function paymentsOf({ plan }: DraftFacts): ContractAnnexes['payments'] {
  return plan.lines.map(({ item, amount, dueOn, inPrice }) => ({ item, amount, dueOn, inPrice }));
}

/** What most buildings offer by the day of delivery; heating and gas where the office says so. */
function facilitiesOf(facts: DraftFacts): ContractAnnexes['facilities'] {
  const { offers, building, signOn } = facts;
  // What stands already is there on the day of the signing.
  const readyOn = building.deliveryOn !== null && building.deliveryOn < signOn ? signOn : building.deliveryOn;
  return (isOfSpace(facts.text.form) ? ofSpaces : ofBuildings).map((name) => {
    const offered = name === 'heating' ? offers.heating : name === 'gas' ? offers.gas : !rarely.includes(name);
    const promisedOn = offered ? readyOn : null;
    return {
      name,
      label: '',
      offered,
      promisedOn,
      state: offered ? '具备使用条件' : '',
      place: offered ? '见项目总平面图' : '',
    };
  });
}

const rarely: readonly string[] = ['clinic', 'nursery', 'school', 'charging'];
/** What a garage has instead of the utilities of a home, and what it has alone. */
const ofSpacesAlone = ['lighting', 'ventilation', 'fireSafety', 'charging'] as const;
const ofSpaces = ['power', ...ofSpacesAlone, 'roads'] as const;
const ofBuildings = facilityNames.filter((name) => name !== 'other' && !ofSpacesAlone.some((one) => one === name));
