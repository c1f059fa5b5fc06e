import { accounts as enAccounts } from './en/accounts.ts';
import { agreements as enAgreements } from './en/agreements.ts';
import { approvals as enApprovals } from './en/approvals.ts';
import { attachments as enAttachments } from './en/attachments.ts';
import { audit as enAudit } from './en/audit.ts';
import { backups as enBackups } from './en/backups.ts';
import { bookings as enBookings } from './en/bookings.ts';
import { cases as enCases } from './en/cases.ts';
import { changes as enChanges } from './en/changes.ts';
import { common as enCommon } from './en/common.ts';
import { contractAnnexes as enContractAnnexes } from './en/contract-annexes.ts';
import { contractCheck as enContractCheck } from './en/contract-check.ts';
import { contractForm as enContractForm } from './en/contract-form.ts';
import { contracts as enContracts } from './en/contracts.ts';
import { control as enControl } from './en/control.ts';
import { custody as enCustody } from './en/custody.ts';
import { customers as enCustomers } from './en/customers.ts';
import { days as enDays } from './en/days.ts';
import { delegations as enDelegations } from './en/delegations.ts';
import { documents as enDocuments } from './en/documents.ts';
import { entrance as enEntrance } from './en/entrance.ts';
import { errors as enErrors } from './en/errors.ts';
import { events as enEvents } from './en/events.ts';
import { exits as enExits } from './en/exits.ts';
import { handbook as enHandbook } from './en/handbook.ts';
import { health as enHealth } from './en/health.ts';
import { help as enHelp } from './en/help.ts';
import { imports as enImports } from './en/imports.ts';
import { inventory as enInventory } from './en/inventory.ts';
import { invoices as enInvoices } from './en/invoices.ts';
import { keys as enKeys } from './en/keys.ts';
import { kiosk as enKiosk } from './en/kiosk.ts';
import { labels as enLabels } from './en/labels.ts';
import { launchDay as enLaunchDay } from './en/launch-day.ts';
import { launches as enLaunches } from './en/launches.ts';
import { letters as enLetters } from './en/letters.ts';
import { menu as enMenu } from './en/menu.ts';
import { notices as enNotices } from './en/notices.ts';
import { parts as enParts } from './en/parts.ts';
import { payments as enPayments } from './en/payments.ts';
import { prices as enPrices } from './en/prices.ts';
import { printers as enPrinters } from './en/printers.ts';
import { prints as enPrints } from './en/prints.ts';
import { privacy as enPrivacy } from './en/privacy.ts';
import { projects as enProjects } from './en/projects.ts';
import { quotes as enQuotes } from './en/quotes.ts';
import { recordFields as enRecordFields } from './en/record-fields.ts';
import { recordTables as enRecordTables } from './en/record-tables.ts';
import { register as enRegister } from './en/register.ts';
import { releases as enReleases } from './en/releases.ts';
import { relocation as enRelocation } from './en/relocation.ts';
import { restores as enRestores } from './en/restores.ts';
import { rights as enRights } from './en/rights.ts';
import { rulings as enRulings } from './en/rulings.ts';
import { runningProject as enRunningProject } from './en/running-project.ts';
import { scans as enScans } from './en/scans.ts';
import { settings as enSettings } from './en/settings.ts';
import { shell as enShell } from './en/shell.ts';
import { subscriptions as enSubscriptions } from './en/subscriptions.ts';
import { tasks as enTasks } from './en/tasks.ts';
import { templates as enTemplates } from './en/templates.ts';
import { terminals as enTerminals } from './en/terminals.ts';
import { transfers as enTransfers } from './en/transfers.ts';
import { unitStates as enUnitStates } from './en/unit-states.ts';
import { units as enUnits } from './en/units.ts';
import { visits as enVisits } from './en/visits.ts';
import type { Translation } from './translation.ts';
import { accounts as zhAccounts } from './zh-CN/accounts.ts';
import { agreements as zhAgreements } from './zh-CN/agreements.ts';
import { approvals as zhApprovals } from './zh-CN/approvals.ts';
import { attachments as zhAttachments } from './zh-CN/attachments.ts';
import { audit as zhAudit } from './zh-CN/audit.ts';
import { backups as zhBackups } from './zh-CN/backups.ts';
import { bookings as zhBookings } from './zh-CN/bookings.ts';
import { cases as zhCases } from './zh-CN/cases.ts';
import { changes as zhChanges } from './zh-CN/changes.ts';
import { common as zhCommon } from './zh-CN/common.ts';
import { contractAnnexes as zhContractAnnexes } from './zh-CN/contract-annexes.ts';
import { contractCheck as zhContractCheck } from './zh-CN/contract-check.ts';
import { contractForm as zhContractForm } from './zh-CN/contract-form.ts';
import { contracts as zhContracts } from './zh-CN/contracts.ts';
import { control as zhControl } from './zh-CN/control.ts';
import { custody as zhCustody } from './zh-CN/custody.ts';
import { customers as zhCustomers } from './zh-CN/customers.ts';
import { days as zhDays } from './zh-CN/days.ts';
import { delegations as zhDelegations } from './zh-CN/delegations.ts';
import { documents as zhDocuments } from './zh-CN/documents.ts';
import { entrance as zhEntrance } from './zh-CN/entrance.ts';
import { errors as zhErrors } from './zh-CN/errors.ts';
import { events as zhEvents } from './zh-CN/events.ts';
import { exits as zhExits } from './zh-CN/exits.ts';
import { handbook as zhHandbook } from './zh-CN/handbook.ts';
import { health as zhHealth } from './zh-CN/health.ts';
import { help as zhHelp } from './zh-CN/help.ts';
import { imports as zhImports } from './zh-CN/imports.ts';
import { inventory as zhInventory } from './zh-CN/inventory.ts';
import { invoices as zhInvoices } from './zh-CN/invoices.ts';
import { keys as zhKeys } from './zh-CN/keys.ts';
import { kiosk as zhKiosk } from './zh-CN/kiosk.ts';
import { labels as zhLabels } from './zh-CN/labels.ts';
import { launchDay as zhLaunchDay } from './zh-CN/launch-day.ts';
import { launches as zhLaunches } from './zh-CN/launches.ts';
import { letters as zhLetters } from './zh-CN/letters.ts';
import { menu as zhMenu } from './zh-CN/menu.ts';
import { notices as zhNotices } from './zh-CN/notices.ts';
import { parts as zhParts } from './zh-CN/parts.ts';
import { payments as zhPayments } from './zh-CN/payments.ts';
import { prices as zhPrices } from './zh-CN/prices.ts';
import { printers as zhPrinters } from './zh-CN/printers.ts';
import { prints as zhPrints } from './zh-CN/prints.ts';
import { privacy as zhPrivacy } from './zh-CN/privacy.ts';
import { projects as zhProjects } from './zh-CN/projects.ts';
import { quotes as zhQuotes } from './zh-CN/quotes.ts';
import { recordFields as zhRecordFields } from './zh-CN/record-fields.ts';
import { recordTables as zhRecordTables } from './zh-CN/record-tables.ts';
import { register as zhRegister } from './zh-CN/register.ts';
import { releases as zhReleases } from './zh-CN/releases.ts';
import { relocation as zhRelocation } from './zh-CN/relocation.ts';
import { restores as zhRestores } from './zh-CN/restores.ts';
import { rights as zhRights } from './zh-CN/rights.ts';
import { rulings as zhRulings } from './zh-CN/rulings.ts';
import { runningProject as zhRunningProject } from './zh-CN/running-project.ts';
import { scans as zhScans } from './zh-CN/scans.ts';
import { settings as zhSettings } from './zh-CN/settings.ts';
import { shell as zhShell } from './zh-CN/shell.ts';
import { subscriptions as zhSubscriptions } from './zh-CN/subscriptions.ts';
import { tasks as zhTasks } from './zh-CN/tasks.ts';
import { templates as zhTemplates } from './zh-CN/templates.ts';
import { terminals as zhTerminals } from './zh-CN/terminals.ts';
import { transfers as zhTransfers } from './zh-CN/transfers.ts';
import { unitStates as zhUnitStates } from './zh-CN/unit-states.ts';
import { units as zhUnits } from './zh-CN/units.ts';
import { visits as zhVisits } from './zh-CN/visits.ts';

/** The languages of the program. Chinese is the original: its tables decide which keys exist. */
export const languages = ['zh-CN', 'en'] as const;

/** A language of the program. */
export type Language = (typeof languages)[number];

/** Every Chinese table by its namespace. One line for each feature. */
export const chinese = {
  projects: zhProjects,
  imports: zhImports,
  inventory: zhInventory,
  invoices: zhInvoices,
  keys: zhKeys,
  kiosk: zhKiosk,
  accounts: zhAccounts,
  agreements: zhAgreements,
  approvals: zhApprovals,
  attachments: zhAttachments,
  audit: zhAudit,
  backups: zhBackups,
  bookings: zhBookings,
  cases: zhCases,
  changes: zhChanges,
  common: zhCommon,
  contractAnnexes: zhContractAnnexes,
  contractCheck: zhContractCheck,
  contractForm: zhContractForm,
  contracts: zhContracts,
  custody: zhCustody,
  customers: zhCustomers,
  days: zhDays,
  documents: zhDocuments,
  delegations: zhDelegations,
  rights: zhRights,
  errors: zhErrors,
  entrance: zhEntrance,
  events: zhEvents,
  exits: zhExits,
  labels: zhLabels,
  launches: zhLaunches,
  launchDay: zhLaunchDay,
  letters: zhLetters,
  menu: zhMenu,
  parts: zhParts,
  payments: zhPayments,
  notices: zhNotices,
  privacy: zhPrivacy,
  health: zhHealth,
  help: zhHelp,
  prices: zhPrices,
  printers: zhPrinters,
  prints: zhPrints,
  quotes: zhQuotes,
  recordFields: zhRecordFields,
  recordTables: zhRecordTables,
  register: zhRegister,
  releases: zhReleases,
  control: zhControl,
  handbook: zhHandbook,
  relocation: zhRelocation,
  restores: zhRestores,
  runningProject: zhRunningProject,
  scans: zhScans,
  settings: zhSettings,
  shell: zhShell,
  tasks: zhTasks,
  templates: zhTemplates,
  terminals: zhTerminals,
  rulings: zhRulings,
  transfers: zhTransfers,
  subscriptions: zhSubscriptions,
  unitStates: zhUnitStates,
  units: zhUnits,
  visits: zhVisits,
} as const;

/** Every English table by its namespace; one that misses a namespace or a key does not compile. */
export const english = {
  projects: enProjects,
  imports: enImports,
  inventory: enInventory,
  invoices: enInvoices,
  keys: enKeys,
  kiosk: enKiosk,
  accounts: enAccounts,
  agreements: enAgreements,
  approvals: enApprovals,
  attachments: enAttachments,
  audit: enAudit,
  backups: enBackups,
  bookings: enBookings,
  cases: enCases,
  changes: enChanges,
  common: enCommon,
  contractAnnexes: enContractAnnexes,
  contractCheck: enContractCheck,
  contractForm: enContractForm,
  contracts: enContracts,
  custody: enCustody,
  customers: enCustomers,
  days: enDays,
  documents: enDocuments,
  delegations: enDelegations,
  rights: enRights,
  errors: enErrors,
  entrance: enEntrance,
  events: enEvents,
  exits: enExits,
  labels: enLabels,
  launches: enLaunches,
  launchDay: enLaunchDay,
  letters: enLetters,
  menu: enMenu,
  parts: enParts,
  payments: enPayments,
  notices: enNotices,
  privacy: enPrivacy,
  health: enHealth,
  help: enHelp,
  prices: enPrices,
  printers: enPrinters,
  prints: enPrints,
  quotes: enQuotes,
  recordFields: enRecordFields,
  recordTables: enRecordTables,
  register: enRegister,
  releases: enReleases,
  control: enControl,
  handbook: enHandbook,
  relocation: enRelocation,
  restores: enRestores,
  runningProject: enRunningProject,
  scans: enScans,
  settings: enSettings,
  shell: enShell,
  tasks: enTasks,
  templates: enTemplates,
  terminals: enTerminals,
  rulings: enRulings,
  transfers: enTransfers,
  subscriptions: enSubscriptions,
  unitStates: enUnitStates,
  units: enUnits,
  visits: enVisits,
} as const satisfies Translation<typeof chinese>;

/** All tables: language, namespace, key. */
export const resources = { 'zh-CN': chinese, en: english } as const;

/** The language that fits a system's language tag best: any Chinese is Chinese, all else English. */
export function languageOf(tag: string): Language {
  return /^zh\b/i.test(tag) ? 'zh-CN' : 'en';
}
