import { accounts } from './accounts.ts';
import { agreements } from './agreements.ts';
import { approvals } from './approvals.ts';
import { attachments } from './attachments.ts';
import { backups } from './backups.ts';
import { bookings } from './bookings.ts';
import { cases } from './cases.ts';
import { changes } from './changes.ts';
import { consents } from './consents.ts';
import { contractRegister } from './contract-register.ts';
import { contracts } from './contracts.ts';
import { controlChecks } from './control-checks.ts';
import { custody } from './custody.ts';
import { customers } from './customers.ts';
import { days } from './days.ts';
import { delegations } from './delegations.ts';
import { documents } from './documents.ts';
import { events } from './events.ts';
import { exports } from './exports.ts';
import { handbook } from './handbook.ts';
import { health } from './health.ts';
import { houseTypes } from './house-types.ts';
import { imports } from './imports.ts';
import { invoices } from './invoices.ts';
import { keys } from './keys.ts';
import { kiosk } from './kiosk.ts';
import { intents, launches } from './launches.ts';
import { letters } from './letters.ts';
import { notices } from './notices.ts';
import { partnerAgreements } from './partner-agreements.ts';
import { payments } from './payments.ts';
import { prices } from './prices.ts';
import { prints } from './prints.ts';
import { privacy } from './privacy.ts';
import type { ClientOf } from './procedure.ts';
import { projects } from './projects.ts';
import { quotes } from './quotes.ts';
import { recoveries } from './recoveries.ts';
import { releases } from './releases.ts';
import { rights } from './rights.ts';
import { rulings } from './rulings.ts';
import { scans } from './scans.ts';
import { seals } from './seals.ts';
import { search } from './search.ts';
import { session } from './session.ts';
import { settings } from './settings.ts';
import { setup } from './setup.ts';
import { subscriptions } from './subscriptions.ts';
import { tasks } from './tasks.ts';
import { templates } from './templates.ts';
import { terminals } from './terminals.ts';
import { transfers } from './transfers.ts';
import { units } from './units.ts';
import { views } from './views.ts';
import { visits } from './visits.ts';

/** The whole office as one value: what can be asked of it and done in it. A noun is one line here. */
export const officeApi = {
  session,
  setup,
  accounts,
  recoveries,
  rights,
  delegations,
  projects,
  units,
  releases,
  bookings,
  houseTypes,
  controlChecks,
  handbook,
  imports,
  customers,
  visits,
  kiosk,
  launches,
  intents,
  prices,
  quotes,
  subscriptions,
  changes,
  templates,
  contracts,
  custody,
  contractRegister,
  partnerAgreements,
  transfers,
  rulings,
  payments,
  letters,
  invoices,
  cases,
  agreements,
  approvals,
  documents,
  prints,
  seals,
  attachments,
  scans,
  tasks,
  notices,
  search,
  settings,
  events,
  days,
  exports,
  health,
  backups,
  keys,
  views,
  terminals,
  privacy,
  consents,
};

/** The office as its callers see it. */
export type OfficeClient = ClientOf<typeof officeApi>;
