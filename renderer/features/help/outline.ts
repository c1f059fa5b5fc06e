import type { WorkDesk } from '#shared/domain/accounts/desks.ts';
import type { help as chinese } from '#shared/i18n/zh-CN/help.ts';

type Desks = typeof chinese.desks;

/** The pages of the program that the help leads to, by their names in the rail and the top bar. */
export const addresses = {
  approvals: '/today/approvals',
  today: '/today',
  customers: '/reception/customers',
  reception: '/reception',
  visitRegister: '/reception/register',
  board: '/sales/board',
  units: '/sales/units',
  prices: '/sales/prices',
  claims: '/sales/claims',
  launches: '/sales/launches',
  releases: '/sales/releases',
  handbook: '/sales/handbook',
  check: '/sales/check',
  project: '/sales/project',
  houseTypes: '/sales/house-types',
  generate: '/sales/generate',
  import: '/sales/import',
  subscriptions: '/contracts/subscriptions',
  contracts: '/contracts/contracts',
  defects: '/contracts/defects',
  changes: '/contracts/changes',
  register: '/contracts/register',
  prints: '/contracts/prints',
  templates: '/contracts/templates',
  archive: '/contracts/archive',
  seals: '/contracts/seals',
  numbers: '/contracts/numbers',
  printers: '/contracts/printers',
  scans: '/contracts/scans',
  rulings: '/reception/rulings',
  transfers: '/contracts/transfers',
  money: '/money',
  warrants: '/warrants',
  settings: '/administration/settings',
  accounts: '/administration/accounts',
  rights: '/administration/rights',
  acting: '/administration/acting',
  terminals: '/administration/terminals',
  privacy: '/administration/privacy',
  days: '/administration/days',
  events: '/administration/events',
  backups: '/administration/backups',
  health: '/administration/health',
} as const;
/** Name of a page that the help leads to. */
export type PlaceName = keyof typeof addresses;

/** On which page each first step is done, and which keys do what. */
type Outline = {
  readonly [Desk in WorkDesk]: {
    readonly places: { readonly [Step in keyof Desks[Desk]['first']]: PlaceName };
    readonly keys: { readonly [Key in keyof Desks[Desk]['keys']]: string };
  };
};

/** What the pages of the help name: the words are in the language tables, these are the places and keys. */
export const outline: Outline = {
  frontDesk: {
    places: {
      today: 'today',
      register: 'reception',
      turn: 'reception',
      sheet: 'visitRegister',
      follow: 'customers',
      ruling: 'rulings',
      lock: 'board',
      quote: 'board',
      subscribe: 'subscriptions',
    },
    keys: { kind: 'F3', submit: 'Ctrl+Enter', clear: 'Esc', change: 'Alt+G' },
  },
  salesControl: {
    places: {
      board: 'board',
      approvals: 'approvals',
      rota: 'reception',
      hold: 'board',
      claims: 'claims',
      launch: 'launches',
      launchDay: 'launches',
      fallback: 'launches',
      rehearse: 'launches',
      units: 'units',
      releases: 'releases',
      check: 'check',
      handbook: 'handbook',
    },
    keys: { move: '↑ ↓ ← →', open: 'Enter', jump: '1802', close: 'Esc' },
  },
  backOffice: {
    places: {
      today: 'today',
      review: 'approvals',
      deposit: 'subscriptions',
      papers: 'subscriptions',
      contract: 'contracts',
      register: 'register',
      prints: 'prints',
      seals: 'seals',
      numbers: 'numbers',
      printers: 'printers',
      texts: 'templates',
      change: 'changes',
      originals: 'contracts',
      archive: 'archive',
      scan: 'scans',
      collect: 'contracts',
      transfers: 'transfers',
      takeOver: 'import',
    },
    keys: { print: 'Ctrl+P', submit: 'Ctrl+Enter', change: 'Alt+G' },
  },
  warrants: {
    places: {
      cases: 'warrants',
      collect: 'warrants',
      loan: 'warrants',
      deals: 'subscriptions',
      customer: 'customers',
      money: 'money',
      papers: 'subscriptions',
    },
    keys: { find: 'Ctrl+K', print: 'Ctrl+P' },
  },
  manager: {
    places: {
      today: 'today',
      approve: 'approvals',
      release: 'board',
      defects: 'defects',
      settings: 'settings',
    },
    keys: { find: 'Ctrl+K', submit: 'Ctrl+Enter' },
  },
  planningFinance: {
    places: {
      import: 'import',
      generate: 'generate',
      correct: 'import',
      types: 'houseTypes',
      prices: 'prices',
      project: 'project',
      receive: 'money',
      void: 'money',
      refund: 'money',
    },
    keys: { nextError: 'F8', lastError: 'Shift+F8', choose: '↑ ↓ Enter' },
  },
  administration: {
    places: {
      accounts: 'accounts',
      rights: 'rights',
      acting: 'acting',
      settings: 'settings',
      keys: 'accounts',
      host: 'terminals',
      pairing: 'terminals',
      limit: 'terminals',
      privacy: 'privacy',
      days: 'days',
      events: 'events',
      backups: 'backups',
      health: 'health',
      move: 'health',
    },
    keys: { find: 'Ctrl+K', move: '↑ ↓' },
  },
};

/** Keys that work on every screen. */
export const commonKeys: { readonly [Key in keyof typeof chinese.common.keys]: string } = {
  help: 'F1',
  find: 'Ctrl+K',
  notices: 'Alt+N',
  handbook: 'Alt+K',
  next: 'Enter',
  save: 'Ctrl+Enter',
  leave: 'Esc',
  option: 'Alt+1–9',
  window: 'Ctrl+Shift+N',
};

const prefixes: readonly (readonly [string, WorkDesk])[] = [
  ['/reception', 'frontDesk'],
  ['/sales/prices', 'planningFinance'],
  ['/sales/project', 'planningFinance'],
  ['/sales/import', 'planningFinance'],
  ['/sales/house-types', 'planningFinance'],
  ['/sales/generate', 'planningFinance'],
  ['/sales', 'salesControl'],
  ['/contracts', 'backOffice'],
  ['/money', 'planningFinance'],
  ['/warrants', 'warrants'],
  ['/administration', 'administration'],
];

/** The page that explains a screen: that of its desk; Today is everybody's, there it is that of the person's post. */
export function helpOf(path: string, own: WorkDesk): WorkDesk {
  return prefixes.find(([prefix]) => path === prefix || path.startsWith(`${prefix}/`))?.[1] ?? own;
}
