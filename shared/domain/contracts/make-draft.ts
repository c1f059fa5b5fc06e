import type { Area } from '#shared/kernel/area.ts';
import { unitPriceOf } from '#shared/kernel/area.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { type Fen, sumFen } from '#shared/kernel/money.ts';
import { downPaymentOf, loansOf } from '../plans/down-payment.ts';
import type { PlanLine } from '../plans/expand.ts';
import type { PlanKind } from '../plans/states.ts';
import type { PriceBasis } from '../pricing/catalogue.ts';
import type { PermitKind } from '../projects/permits.ts';
import type { SpaceFacts } from '../units/space-facts.ts';
import type { UnitUse } from '../units/states.ts';
import type { ContractAnnexes } from './annexes.ts';
import type { ContractDraft } from './draft.ts';
import { annexesOf, paymentsOf } from './draft-annexes.ts';
import type { managementFeeKinds } from './fields/after-sale.ts';
import { contractFields, type FieldName, type FieldValues, fieldNames, openFields } from './fields/catalogue.ts';
import type { saleBasisKinds } from './fields/property.ts';
import type { ContractBuyer, ContractSeller } from './parties.ts';
import { termPresets } from './presets.ts';
import type { ContractText } from './text/contract-text.ts';
import { isExisting } from './text/forms.ts';
import type { ArticleKey } from './text/keys.ts';
import { fieldsOfText } from './text/live-fields.ts';

type SaleBasisKind = (typeof saleBasisKinds)[number];

/** What the office's records say about a deal that is to become a contract. */
export type DraftFacts = {
  /** The text that it is drafted in, and which edition of it. */
  readonly text: ContractText;
  readonly edition: string;
  readonly project: { readonly name: string; readonly address: string };
  readonly subscription: { readonly number: string; readonly subscribedOn: LocalDate };
  readonly signOn: LocalDate;
  readonly signingPlace: string;
  readonly seller: ContractSeller;
  readonly buyers: readonly ContractBuyer[];
  readonly unit: {
    readonly use: UnitUse;
    readonly building: string;
    readonly entrance: string;
    readonly floor: number;
    readonly roomNo: string;
    /** What the records say of a space beside its area; missing where they hold nothing. */
    readonly space?: SpaceFacts;
    readonly builtArea: Area;
    readonly innerArea: Area | null;
    readonly sharedArea: Area | null;
    /** Who measured it; empty while nobody has. */
    readonly surveyor: string;
  };
  readonly building: {
    readonly deliveryOn: LocalDate | null;
    readonly mortgaged: boolean;
    readonly lenderConsentOn: LocalDate | null;
  };
  readonly permits: readonly { readonly kind: PermitKind; readonly number: string }[];
  /** The paper by which a finished house is sold; null for one that is still being built. */
  readonly saleBasis: { readonly kind: SaleBasisKind; readonly number: string } | null;
  readonly account: { readonly bank: string; readonly name: string; readonly number: string };
  readonly priceBasis: PriceBasis;
  readonly price: Fen;
  readonly deposit: Fen;
  readonly plan: { readonly kind: PlanKind; readonly lines: readonly PlanLine[] };
  /** What the office has set for its contracts; goes before the presets of the program. */
  readonly office: Partial<FieldValues>;
  /** What the latest contract of the same building says about land, house and management; nobody types it again. */
  readonly carried: { readonly fields: Partial<FieldValues>; readonly annexes: Partial<ContractAnnexes> };
  readonly drafter: string;
  /** The contract of the unit that was ended before, and its day. */
  readonly replaces: ContractDraft['replaces'];
  /** The city limits purchases of such units. */
  readonly purchaseLimited: boolean;
  /** The early-stage management as the office has recorded it; null while nobody has. */
  readonly management: ManagementRecord | null;
  /** Which of the utilities that not every project has this one offers. */
  readonly offers: { readonly heating: boolean; readonly gas: boolean };
};

/** What the office has recorded of the early-stage management (前期物业) of a unit's kind. */
export type ManagementRecord = {
  readonly company: string;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly feeKind: (typeof managementFeeKinds)[number];
  readonly fee: Fen | null;
};

const plannedUses = { home: 'dwelling', shop: 'commercial', parking: 'parking', storage: 'storage' } as const;
const areaRules = { innerArea: 'inner', builtArea: 'built', perSet: 'perSet' } as const;

/** A contract from its subscription: what the records know is given, the rest is proposed or left open. */
export function draftContract(facts: DraftFacts): ContractDraft {
  const given = givenFields(facts);
  const carried = Object.fromEntries(
    Object.entries(facts.carried.fields).filter(([name]) => isCarried(name)),
  ) as Partial<FieldValues>;
  const proposed = placed(facts.text, {
    ...termPresets,
    ...facts.office,
    plannedUse: plannedUses[facts.unit.use],
    ...carried,
    ...termsOf(facts),
  });
  const fields: FieldValues = { ...openFields, ...proposed, ...given };
  return {
    edition: facts.edition,
    form: facts.text.form,
    project: { ...facts.project },
    subscription: { ...facts.subscription },
    signOn: facts.signOn,
    signingPlace: facts.signingPlace,
    seller: { ...facts.seller },
    buyers: [...facts.buyers],
    ownership: facts.buyers.length === 1 ? 'sole' : 'byShares',
    purchaseLimited: facts.purchaseLimited,
    fields,
    struck: fieldNames.filter((name) => fields[name] === null && isOptional(name, facts)),
    given: namesIn(given),
    annexes: annexesOf(facts),
    drafter: facts.drafter,
    confirmer: '',
    replaces: facts.replaces,
  };
}

/** Of some values those that the text has a place for. */
function placed(text: ContractText, values: Partial<FieldValues>): Partial<FieldValues> {
  const places = fieldsOfText(text);
  return Object.fromEntries(
    fieldNames.filter((name) => places.has(name) && values[name] !== undefined).map((name) => [name, values[name]]),
  ) as Partial<FieldValues>;
}

/** A draft with what the records say now, such as a corrected area; what was typed stays. */
export function refreshedDraft(draft: ContractDraft, facts: DraftFacts): ContractDraft {
  const given = givenFields(facts);
  const names = namesIn(given);
  return {
    ...draft,
    project: { ...facts.project },
    seller: { ...facts.seller },
    purchaseLimited: facts.purchaseLimited,
    fields: { ...draft.fields, ...given },
    given: names,
    struck: draft.struck.filter((name) => !names.includes(name)),
    annexes: { ...draft.annexes, payments: paymentsOf(facts) },
    replaces: facts.replaces,
  };
}

/** Fields that the records fill; a record that is empty gives nothing, so that the draft may say it. */
function givenFields(facts: DraftFacts): Partial<FieldValues> {
  const { unit, building, account, plan, price, management, offers } = facts;
  const { amount: firstAmount, ratePpm } = downPaymentOf(plan.lines, price);
  const loan = loansOf(plan.lines);
  const own = plan.lines.filter((line) => line.inPrice && !isLoan(line));
  const permit = (kind: PermitKind) => facts.permits.find((one) => one.kind === kind)?.number ?? null;
  const size =
    facts.priceBasis === 'innerArea' ? unit.innerArea : facts.priceBasis === 'builtArea' ? unit.builtArea : null;
  const instalments = plan.kind === 'instalment';
  const first = own.filter((line) => line.item === 'deposit' || line.item === 'firstPayment');
  const values: Partial<FieldValues> = {
    landDocumentNumber: permit('landUseRight'),
    planningPermit: permit('constructionPlanning'),
    constructionPermit: permit('constructionPermit'),
    permitNumber: permit('preSalePermit'),
    saleBasisKind: facts.saleBasis?.kind ?? null,
    saleBasisNumber: facts.saleBasis?.number ?? null,
    // The office keeps shops and offices as one use: the contract says which of the two it is.
    plannedUse: unit.use === 'shop' ? null : plannedUses[unit.use],
    surveyor: unit.surveyor,
    buildingName: unit.building,
    entranceName: unit.entrance === '' ? null : unit.entrance,
    floor: unit.floor,
    roomNumber: unit.roomNo,
    builtArea: unit.builtArea,
    innerArea: unit.innerArea,
    sharedArea: unit.sharedArea,
    spaceKind: unit.space?.spaceKind ?? null,
    spaceLength: unit.space?.spaceLength ?? null,
    spaceWidth: unit.space?.spaceWidth ?? null,
    spaceHeight: unit.space?.spaceHeight ?? null,
    mortgageStatus: building.mortgaged ? 'mortgaged' : 'none',
    priceBasis: facts.priceBasis,
    unitPrice: size === null ? null : (unitPriceOf(price, size) ?? null),
    total: price,
    deposit: facts.deposit,
    onceDueOn: plan.kind === 'lumpSum' ? lastDay(own) : null,
    firstAmount: plan.kind === 'lumpSum' ? null : instalments ? sumFen(first.map((line) => line.amount)) : firstAmount,
    firstDueOn: plan.kind === 'lumpSum' ? null : lastDay(instalments ? first : own),
    firstPercent: loan > 0 ? ratePpm : null,
    instalmentCount: instalments ? own.filter((line) => line.item !== 'deposit').length : null,
    lastDueOn: instalments ? lastDay(own) : null,
    loanAmount: loan > 0 ? loan : null,
    supervisor: account.bank,
    accountName: account.name,
    accountNumber: account.number,
    // The day of a house that stands is agreed in each deal; a building that is still built has one.
    deliveryOn: isExisting(facts.text.form) ? null : building.deliveryOn,
    heatingOffered: offers.heating ? 'yes' : 'no',
    gasOffered: offers.gas ? 'yes' : 'no',
    managementCompany: management?.company ?? null,
    managementFrom: management?.from ?? null,
    managementTo: management?.to ?? null,
    managementFeeKind: management?.feeKind ?? null,
    managementFee: management?.fee ?? null,
  };
  const known = Object.entries(values).filter(([, value]) => value !== null && value !== '');
  return placed(facts.text, Object.fromEntries(known) as Partial<FieldValues>);
}

/** Choices that follow from the deal and may still be agreed otherwise. */
function termsOf(facts: DraftFacts): Partial<FieldValues> {
  const method = {
    lumpSum: 'once',
    instalment: 'instalments',
    mortgage: 'loan',
    providentFund: 'loan',
    combined: 'loan',
  } as const;
  const loan = {
    lumpSum: null,
    instalment: null,
    mortgage: 'commercial',
    providentFund: 'provident',
    combined: 'combined',
  } as const;
  return {
    paymentMethod: method[facts.plan.kind],
    loanKind: loan[facts.plan.kind],
    areaRule: areaRules[facts.priceBasis],
    payeeName: facts.seller.name,
    deliveryOn: dayNotBefore(facts.building.deliveryOn, facts.signOn),
  };
}

/** Articles about the land, the house, its facilities and its management are the same for every unit of a building. */
const carriedArticles: readonly ArticleKey[] = [
  'projectBasis',
  'permit',
  'saleBasis',
  'unit',
  'deliveryConditions',
  'facilities',
  'management',
  'commonOwnership',
];

function isCarried(name: string): boolean {
  const known = fieldNames.find((one) => one === name);
  return known !== undefined && carriedArticles.includes(contractFields[known].article);
}

/** Blanks that most contracts leave struck: own wording, and an entrance where the building has only one. */
function isOptional(name: FieldName, facts: DraftFacts): boolean {
  return name === 'entranceName' ? facts.unit.entrance === '' : contractFields[name].lock === 'free';
}

/** A day unless it has passed by then. */
function dayNotBefore(day: LocalDate | null, least: LocalDate): LocalDate | null {
  return day === null || day >= least ? day : null;
}

function isLoan(line: PlanLine): boolean {
  return line.item === 'commercialLoan' || line.item === 'providentLoan';
}

function lastDay(lines: readonly PlanLine[]): LocalDate | null {
  return lines.reduce<LocalDate | null>((last, line) => (last === null || line.dueOn > last ? line.dueOn : last), null);
}

function namesIn(values: Partial<FieldValues>): FieldName[] {
  return fieldNames.filter((name) => values[name] !== undefined);
}
