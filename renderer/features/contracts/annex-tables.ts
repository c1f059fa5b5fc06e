import {
  type ContractAnnexes,
  facilityNames,
  fitOutPlaces,
  holderNames,
  tenantAnswers,
  warrantyItems,
} from '#shared/domain/contracts/annexes.ts';
import { annexNumber, type ContractText } from '#shared/domain/contracts/text/contract-text.ts';
import type { AnnexKey } from '#shared/domain/contracts/text/keys.ts';
import type { contractAnnexes as words } from '#shared/i18n/zh-CN/contract-annexes.ts';

/** What a cell of an annex holds. */
export type CellValue = string | number | boolean | null;
/** A row of a table of the annexes, as the editor sees it. */
export type AnnexRow = Readonly<Record<string, CellValue>>;

/** Tables of rows; their columns have their words under `contractAnnexes.columns`. */
export type RowsTable = keyof (typeof words)['columns'];
/** Words of a choice in a cell. */
type ChoiceWords =
  | 'mortgageKinds'
  | 'tenantAnswers'
  | 'facilities'
  | 'fitOutPlaces'
  | 'warranty'
  | 'warrantyUnits'
  | 'holders';

/** One column of a table: how it is typed, how wide it is, and in which rows it says nothing. */
export type AnnexColumn = {
  readonly name: string;
  readonly width: string;
  readonly required?: true;
  readonly idle?: (row: AnnexRow) => boolean;
} & (
  | { readonly kind: 'line' | 'date' | 'area' | 'count' | 'check' }
  | { readonly kind: 'choice'; readonly options: readonly string[]; readonly words: ChoiceWords }
);

/** A part of an annex and how it is edited. */
export type AnnexPart =
  | {
      readonly as: 'rows';
      readonly table: RowsTable;
      readonly columns: readonly AnnexColumn[];
      /** A row that was just added. */
      readonly fresh: AnnexRow;
      readonly most: number;
      /** Rows of many columns stand as small cards, each with its labels. */
      readonly cards?: true;
    }
  | { readonly as: 'text'; readonly table: keyof (typeof words)['texts'] }
  | { readonly as: 'check'; readonly table: keyof (typeof words)['checks'] }
  | { readonly as: 'drawings'; readonly table: 'drawings' }
  | { readonly as: 'clauses'; readonly table: 'ownTerms' };

/** An annex as the screen lists it, by its first table; the payments are those of the plan. */
export type AnnexName = keyof (typeof words)['names'];

const notOffered = (row: AnnexRow) => row['offered'] !== true;
const notOther = (field: string) => (row: AnnexRow) => row[field] !== 'other';

/** The annexes in their order with what is edited in each. */
export const annexParts: { readonly [Name in AnnexName]: readonly AnnexPart[] } = {
  drawings: [{ as: 'drawings', table: 'drawings' }],
  commonParts: [
    {
      as: 'rows',
      table: 'commonParts',
      columns: [
        { name: 'part', kind: 'line', width: '1fr', required: true },
        { name: 'place', kind: 'line', width: '1fr' },
        { name: 'area', kind: 'area', width: '104px' },
        { name: 'apportioned', kind: 'check', width: '76px' },
      ],
      fresh: { part: '', place: '', area: null, apportioned: true },
      most: 40,
    },
  ],
  mortgages: [
    {
      as: 'rows',
      table: 'mortgages',
      columns: [
        {
          name: 'kind',
          kind: 'choice',
          options: ['land', 'workInProgress', 'other'],
          words: 'mortgageKinds',
          width: '1fr',
        },
        { name: 'mortgagor', kind: 'line', width: '1fr', required: true },
        { name: 'mortgagee', kind: 'line', width: '1fr', required: true },
        { name: 'registry', kind: 'line', width: '1fr' },
        { name: 'registeredOn', kind: 'date', width: '1fr' },
        { name: 'debtTerm', kind: 'line', width: '1fr' },
        { name: 'consentOn', kind: 'date', width: '1fr' },
        { name: 'dischargeBy', kind: 'date', width: '1fr' },
      ],
      fresh: {
        kind: 'workInProgress',
        mortgagor: '',
        mortgagee: '',
        registry: '',
        registeredOn: null,
        debtTerm: '',
        consentOn: null,
        dischargeBy: null,
      },
      most: 6,
      cards: true,
    },
    { as: 'text', table: 'mortgageTerms' },
  ],
  tenantWaivers: [
    {
      as: 'rows',
      table: 'tenantWaivers',
      columns: [
        { name: 'tenant', kind: 'line', width: '1fr', required: true },
        { name: 'notifiedOn', kind: 'date', width: '130px' },
        { name: 'answer', kind: 'choice', options: tenantAnswers, words: 'tenantAnswers', width: '1fr' },
        { name: 'answeredOn', kind: 'date', width: '130px', idle: (row) => row['answer'] === 'silent' },
        { name: 'attached', kind: 'check', width: '76px' },
      ],
      fresh: { tenant: '', notifiedOn: null, answer: 'waived', answeredOn: null, attached: false },
      most: 6,
    },
  ],
  payments: [],
  facilities: [
    {
      as: 'rows',
      table: 'facilities',
      columns: [
        { name: 'name', kind: 'choice', options: facilityNames, words: 'facilities', width: '164px' },
        { name: 'label', kind: 'line', width: '96px', idle: notOther('name') },
        { name: 'offered', kind: 'check', width: '56px' },
        { name: 'promisedOn', kind: 'date', width: '130px', idle: notOffered },
        { name: 'state', kind: 'line', width: '1fr', idle: notOffered },
        { name: 'place', kind: 'line', width: '1fr', idle: notOffered },
      ],
      fresh: { name: 'other', label: '', offered: true, promisedOn: null, state: '', place: '' },
      most: 30,
    },
  ],
  fitOut: [
    {
      as: 'rows',
      table: 'fitOut',
      columns: [
        { name: 'place', kind: 'choice', options: fitOutPlaces, words: 'fitOutPlaces', width: '164px' },
        { name: 'item', kind: 'line', width: '1fr', required: true },
        { name: 'material', kind: 'line', width: '1.4fr', required: true },
        { name: 'brand', kind: 'line', width: '1fr' },
        { name: 'specification', kind: 'line', width: '1fr' },
      ],
      fresh: { place: 'living', item: '', material: '', brand: '', specification: '' },
      most: 80,
    },
  ],
  warranty: [
    {
      as: 'rows',
      table: 'warranty',
      columns: [
        { name: 'item', kind: 'choice', options: warrantyItems, words: 'warranty', width: '1.6fr' },
        { name: 'label', kind: 'line', width: '1fr', idle: notOther('item') },
        {
          name: 'unit',
          kind: 'choice',
          options: ['designLife', 'years', 'seasons'],
          words: 'warrantyUnits',
          width: '150px',
        },
        { name: 'term', kind: 'count', width: '72px', idle: (row) => row['unit'] === 'designLife' },
      ],
      fresh: { item: 'other', label: '', unit: 'years', term: 2 },
      most: 20,
    },
    { as: 'text', table: 'warrantyTerms' },
  ],
  guaranteeTerms: [{ as: 'text', table: 'guaranteeTerms' }],
  managementContract: [
    { as: 'check', table: 'managementContract' },
    { as: 'check', table: 'temporaryRules' },
    { as: 'text', table: 'managementTerms' },
  ],
  burdens: [
    {
      as: 'rows',
      table: 'burdens',
      columns: [
        { name: 'item', kind: 'line', width: '1fr', required: true },
        { name: 'place', kind: 'line', width: '1fr' },
        { name: 'effect', kind: 'line', width: '1.4fr', required: true },
      ],
      fresh: { item: '', place: '', effect: '' },
      most: 40,
    },
  ],
  ownTerms: [{ as: 'clauses', table: 'ownTerms' }],
  eligibilityPapers: [{ as: 'check', table: 'eligibilityPapers' }],
  holders: [
    {
      as: 'rows',
      table: 'holders',
      columns: [
        { name: 'holder', kind: 'choice', options: holderNames, words: 'holders', width: '1fr' },
        { name: 'count', kind: 'count', width: '104px' },
      ],
      fresh: { holder: 'notary', count: 1 },
      most: 8,
    },
  ],
};

function isAnnexName(text: string): text is AnnexName {
  return Object.hasOwn(annexParts, text);
}

/** Every annex that some form has, in the order of the pre-sale. */
export const annexNames: readonly AnnexName[] = Object.keys(annexParts).filter(isAnnexName);

/** What the text calls the annex; the originals are counted in an article and stand in none. */
const keys: { readonly [Name in AnnexName]: AnnexKey | null } = {
  drawings: 'drawings',
  commonParts: 'commonParts',
  mortgages: 'mortgages',
  tenantWaivers: 'tenantWaiver',
  payments: 'payments',
  facilities: 'facilities',
  fitOut: 'fitOut',
  warranty: 'warranty',
  guaranteeTerms: 'guarantee',
  managementContract: 'management',
  burdens: 'burdens',
  ownTerms: 'supplement',
  eligibilityPapers: 'eligibility',
  holders: null,
};

/** Number of an annex in a text; undefined where it has none. */
export function numberOfAnnex(text: ContractText, name: AnnexName): number | undefined {
  const key = keys[name];
  return key === null ? undefined : annexNumber(text, key);
}

/** The annexes of a text in its order, and behind them who keeps the originals. */
export function annexesOf(text: ContractText): readonly AnnexName[] {
  return annexNames
    .filter((name) => keys[name] === null || numberOfAnnex(text, name) !== undefined)
    .toSorted((a, b) => (numberOfAnnex(text, a) ?? Infinity) - (numberOfAnnex(text, b) ?? Infinity));
}

/** The annex that holds something, as the screen lists it. */
export function annexNameOf(key: AnnexKey): AnnexName {
  return annexNames.find((name) => keys[name] === key) ?? 'drawings';
}

/** The annex in which a table is edited; the payments are in none. */
export function annexOfTable(table: keyof ContractAnnexes): AnnexName | undefined {
  return annexNames.find((name) => annexParts[name].some((part) => part.table === table));
}

/** How far an annex is filled in: how many entries it has, that it says none on purpose, or that it is empty. */
export type AnnexFilling = { readonly rows: number } | 'none' | 'empty' | 'fromPlan';

/** Annexes that say on the paper that there is nothing to be told. */
const mayBeNone: readonly AnnexName[] = [
  'mortgages',
  'tenantWaivers',
  'guaranteeTerms',
  'burdens',
  'ownTerms',
  'eligibilityPapers',
];

/** How far an annex is filled in. */
export function fillingOf(annexes: ContractAnnexes, name: AnnexName): AnnexFilling {
  if (name === 'payments') return 'fromPlan';
  const rows = annexParts[name].reduce((sum, { table }) => {
    const value = annexes[table];
    if (Array.isArray(value)) return sum + value.length;
    if (typeof value === 'object') return sum + Object.values(value).filter(Boolean).length;
    return sum + (value === '' || value === false ? 0 : 1);
  }, 0);
  if (rows > 0) return { rows };
  return mayBeNone.includes(name) ? 'none' : 'empty';
}
