import type { OpenDatabase } from '#db/connection.ts';
import type { officeApi } from '#shared/api/index.ts';
import { type AccountPorts, accountsHandlers } from './accounts/procedures.ts';
import { recoveriesHandlers } from './accounts/recoveries.ts';
import { agreementsHandlers } from './agreements/procedures.ts';
import { approvalsHandlers } from './approvals/procedures.ts';
import { attachmentsHandlers } from './attachments/procedures.ts';
import { type BackupPorts, backupsHandlers } from './backups/procedures.ts';
import { bookingsHandlers } from './bookings/procedures.ts';
import { casesHandlers } from './cases/procedures.ts';
import { changesHandlers } from './changes/procedures.ts';
import { contractRegisterHandlers } from './contract-register/procedures.ts';
import { contractsHandlers } from './contracts/procedures.ts';
import { templatesHandlers } from './contracts/templates/procedures.ts';
import { controlChecksHandlers } from './control-checks/procedures.ts';
import { custodyHandlers } from './custody/procedures.ts';
import { customersHandlers } from './customers/procedures.ts';
import { daysHandlers } from './days/procedures.ts';
import { delegationsHandlers } from './delegations/procedures.ts';
import { printsHandlers } from './documents/print-outcomes.ts';
import { documentsHandlers, type PaperPorts } from './documents/procedures.ts';
import { sealsHandlers } from './documents/seal-uses.ts';
import { eventsHandlers } from './events/procedures.ts';
import { exportsHandlers } from './exports/procedures.ts';
import { handbookHandlers } from './handbook/procedures.ts';
import { type HealthPorts, healthHandlers } from './health/procedures.ts';
import { houseTypesHandlers } from './house-types/procedures.ts';
import { type ImportPorts, importsHandlers } from './imports/procedures.ts';
import type { Handlers } from './kernel/handlers.ts';
import type { LiveHub } from './kernel/live.ts';
import type { KeyPermits } from './key-changes/permits.ts';
import { keysHandlers } from './key-changes/procedures.ts';
import type { OfficeKeys } from './keys.ts';
import { kioskHandlers } from './kiosk/procedures.ts';
import { intentsHandlers } from './launches/intents.ts';
import { launchesHandlers } from './launches/procedures.ts';
import { noticesHandlers } from './notices/procedures.ts';
import { partnerAgreementsHandlers } from './partner-agreements/procedures.ts';
import { invoicesHandlers } from './payments/invoices.ts';
import { lettersHandlers } from './payments/letters.ts';
import { paymentsHandlers } from './payments/procedures.ts';
import { pricesHandlers } from './prices/procedures.ts';
import { consentsHandlers } from './privacy/consent-procedures.ts';
import { privacyHandlers } from './privacy/procedures.ts';
import type { Readings } from './privacy/readings.ts';
import { projectsHandlers } from './projects/procedures.ts';
import { quotesHandlers } from './quotes/procedures.ts';
import { releasesHandlers } from './releases/procedures.ts';
import { rightsHandlers } from './rights/procedures.ts';
import { rulingsHandlers } from './rulings/procedures.ts';
import { type ScanPorts, scansHandlers } from './scans/procedures.ts';
import { searchHandlers } from './search/procedures.ts';
import { sessionHandlers } from './session/procedures.ts';
import type { Prover } from './session/prover.ts';
import { settingsHandlers } from './settings/procedures.ts';
import { setupHandlers } from './setup/procedures.ts';
import { subscriptionsHandlers } from './subscriptions/procedures.ts';
import { tasksHandlers } from './tasks/procedures.ts';
import { type TerminalPorts, terminalsHandlers } from './terminals/procedures.ts';
import { transfersHandlers } from './transfers/procedures.ts';
import { unitsHandlers } from './units/procedures.ts';
import { viewsHandlers } from './views/procedures.ts';
import { visitsHandlers } from './visits/procedures.ts';

/** What some handlers need besides the transaction. */
export type HandlerPorts = {
  readonly live: LiveHub;
  /** A demonstration office: anybody may be any of its invented people. */
  readonly demo: boolean;
  readonly keys: OfficeKeys;
  readonly prover: Prover;
  readonly database: OpenDatabase;
  readonly health: HealthPorts;
  /** Runs after a day was closed. */
  readonly dayClosed: () => void;
  readonly readings: Readings;
  /** Destroys the keys of people of whom no record is left. */
  readonly forgetKeys: () => void;
} & Omit<PaperPorts, 'database'> &
  Pick<ImportPorts, 'lists'> &
  Pick<ScanPorts, 'scanner'> &
  Pick<BackupPorts, 'backups'> &
  TerminalPorts &
  Omit<AccountPorts, 'keys'> & {
    /** How far the PC's clock is ahead of the office's time, ms. */
    readonly clockOff: () => number;
    /** Who may change the keys of the office just now. */
    readonly keyPermits: KeyPermits;
    /** Bytes that are free on the office's disk when they are few; null otherwise. */
    readonly lowDisk: () => number | null;
    /** What was kept back on the disk for the last acts was given up. */
    readonly reserveGiven: () => boolean;
  };

/** Every declared procedure with its handler; a missing one does not compile. */
export function officeHandlers(ports: HandlerPorts): Handlers<typeof officeApi> {
  return {
    session: sessionHandlers({ ...ports, moved: ports.terminals.moved }),
    setup: setupHandlers,
    accounts: accountsHandlers(ports),
    recoveries: recoveriesHandlers(ports),
    rights: rightsHandlers,
    delegations: delegationsHandlers,
    projects: projectsHandlers,
    units: unitsHandlers,
    releases: releasesHandlers,
    bookings: bookingsHandlers,
    houseTypes: houseTypesHandlers,
    controlChecks: controlChecksHandlers(ports.database),
    handbook: handbookHandlers,
    imports: importsHandlers({
      database: ports.database,
      lists: ports.lists,
      identityHash: ports.keys.identityHash,
      stop: ports.stopLongAct,
    }),
    customers: customersHandlers(ports),
    visits: visitsHandlers,
    kiosk: kioskHandlers(ports),
    launches: launchesHandlers,
    intents: intentsHandlers(ports.keys.identityHash),
    quotes: quotesHandlers,
    subscriptions: subscriptionsHandlers(ports.database),
    changes: changesHandlers(ports.database),
    templates: templatesHandlers(ports.render),
    contracts: contractsHandlers(ports),
    custody: custodyHandlers(ports.database),
    contractRegister: contractRegisterHandlers(ports.database),
    partnerAgreements: partnerAgreementsHandlers(ports.database),
    agreements: agreementsHandlers(ports.database),
    transfers: transfersHandlers,
    rulings: rulingsHandlers,
    approvals: approvalsHandlers(ports.database),
    documents: documentsHandlers(ports),
    prints: printsHandlers(ports.database.client, ports.render),
    seals: sealsHandlers(),
    attachments: attachmentsHandlers(ports),
    scans: scansHandlers(ports),
    payments: paymentsHandlers,
    letters: lettersHandlers,
    invoices: invoicesHandlers,
    cases: casesHandlers,
    tasks: tasksHandlers,
    notices: noticesHandlers(ports.database),
    search: searchHandlers(ports.database),
    settings: settingsHandlers,
    events: eventsHandlers(ports),
    prices: pricesHandlers,
    days: daysHandlers(ports),
    exports: exportsHandlers(ports.database),
    health: healthHandlers(ports.health),
    backups: backupsHandlers({ backups: ports.backups, folder: ports.health.folder }),
    keys: keysHandlers({ permits: ports.keyPermits, hasher: ports.hasher, demo: ports.demo }),
    views: viewsHandlers,
    terminals: terminalsHandlers(ports),
    privacy: privacyHandlers(ports),
    consents: consentsHandlers,
  };
}
