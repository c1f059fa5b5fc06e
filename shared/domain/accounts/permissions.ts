import type { Post } from './posts.ts';

const everyone = [
  'consultant',
  'backOffice',
  'supervisor',
  'manager',
  'director',
  'warrantOfficer',
  'warrantSupervisor',
  'planner',
  'planningManager',
  'finance',
  'administrator',
  'auditor',
  'compliance',
] as const satisfies readonly Post[];

const sales = ['consultant', 'backOffice', 'supervisor', 'manager', 'director'] as const satisfies readonly Post[];

/**
 * Who may do what (custom: decision 19). One row per permission; whoever is not listed is refused. A procedure names one
 * of these, and ownership narrows it further inside the handler.
 */
export const permissions = {
  'board.read': everyone,
  'units.import': ['backOffice', 'manager', 'planningManager', 'planner', 'administrator'],
  // Takes over customers and deals of a running project: whoever answers for its books.
  'deals.import': ['backOffice', 'manager', 'administrator'],
  'projects.write': ['backOffice', 'manager', 'director', 'administrator'],
  'units.export': [
    ...sales,
    'planner',
    'planningManager',
    'warrantOfficer',
    'warrantSupervisor',
    'finance',
    'administrator',
    'auditor',
  ],
  // What homes cost and how it moved, below the list too: for whoever answers for prices or checks them.
  'prices.read': [
    'backOffice',
    'supervisor',
    'manager',
    'director',
    'planner',
    'planningManager',
    'finance',
    'auditor',
  ],
  // Drafts batches of price changes; others decide about them, and none takes effect without them.
  'prices.write': ['planner', 'planningManager', 'manager'],
  'units.lock': ['consultant', 'backOffice', 'supervisor', 'manager', 'director'],
  'units.unlockAny': ['supervisor', 'manager', 'director'],
  'units.release': ['manager', 'director'],
  'units.hold': ['supervisor', 'manager', 'director'],
  'units.freeze': ['manager', 'director'],
  // Asks a supervisor to hold a home that one may not hold oneself.
  'units.askHold': ['consultant', 'backOffice', 'supervisor'],
  // Enters what a court orders about a home, and its end.
  'units.seize': ['warrantOfficer', 'warrantSupervisor', 'manager'],
  'bookings.write': ['consultant', 'backOffice', 'supervisor', 'manager'],
  // What a home is: house type, use, areas, survey; the stock and its pattern.
  'units.write': ['backOffice', 'planner', 'planningManager', 'warrantSupervisor', 'manager', 'administrator'],
  'customers.read': [
    ...sales,
    'warrantOfficer',
    'warrantSupervisor',
    'finance',
    'planner',
    'planningManager',
    'auditor',
    'compliance',
  ],
  'customers.write': sales,
  'customers.reveal': [
    'consultant',
    'backOffice',
    'supervisor',
    'manager',
    'director',
    'warrantOfficer',
    'warrantSupervisor',
    'finance',
    'compliance',
  ],
  'customers.export': ['supervisor', 'manager', 'director', 'compliance'],
  // Writes down what customers agree to and what they withdraw.
  'consents.write': [...sales, 'compliance'],
  // Registers of personal data: texts, requests, alerts, what is due to be deleted.
  'privacy.read': ['manager', 'director', 'administrator', 'auditor', 'compliance'],
  'privacy.manage': ['manager', 'compliance'],
  'visits.read': [...sales, 'planner', 'planningManager', 'auditor'],
  'visits.write': sales,
  // Plans launches, closes their lists, calls groups up; the draw, and the picks at the desks, are rights of their own.
  'launches.read': [...sales, 'finance', 'planner', 'planningManager', 'auditor'],
  'launches.write': ['manager', 'director', 'planningManager'],
  'launches.draw': ['manager', 'director'],
  'launches.pick': ['consultant', 'backOffice', 'supervisor', 'manager'],
  'intents.write': ['consultant', 'backOffice', 'supervisor', 'manager'],
  'rota.rule': ['supervisor', 'manager', 'director'],
  'subscriptions.read': [
    ...sales,
    'warrantOfficer',
    'warrantSupervisor',
    'finance',
    'planner',
    'planningManager',
    'auditor',
    'compliance',
  ],
  'subscriptions.write': ['consultant', 'backOffice', 'supervisor', 'manager'],
  'subscriptions.review': ['backOffice', 'supervisor', 'manager', 'director'],
  'subscriptions.cancel': ['supervisor', 'manager', 'director'],
  // Contracts of the department with agencies, suppliers, banks and agreement customers.
  'partnerAgreements.read': [
    'backOffice',
    'supervisor',
    'manager',
    'director',
    'planner',
    'planningManager',
    'finance',
    'auditor',
  ],
  'partnerAgreements.write': ['backOffice', 'supervisor', 'manager', 'planner', 'planningManager'],
  'partnerAgreements.end': ['manager', 'director'],
  'changes.read': [...sales, 'finance', 'warrantSupervisor', 'auditor', 'compliance'],
  // Asks for a change of a deal that stands; its ladder decides.
  'changes.write': ['consultant', 'backOffice', 'supervisor', 'manager'],
  // Taking along is more than reading (decision 21); one's own deals need no leave.
  'deals.export': ['supervisor', 'manager', 'director', 'compliance'],
  'deals.exportOwn': sales,
  'contracts.read': [...sales, 'warrantOfficer', 'warrantSupervisor', 'finance', 'auditor', 'compliance'],
  'contracts.write': ['consultant', 'backOffice', 'supervisor', 'manager'],
  'contracts.review': ['backOffice', 'supervisor', 'manager', 'director'],
  // Who let what through is for those who answer for the reviewers.
  'contracts.defects': ['supervisor', 'manager', 'director', 'auditor'],
  'contracts.sign': ['backOffice', 'supervisor', 'manager'],
  'contracts.file': ['backOffice', 'warrantOfficer', 'warrantSupervisor', 'manager'],
  // Texts of contracts: whoever drafts them reads them, the back office words them, the manager puts them into use.
  'templates.read': [...sales, 'auditor', 'compliance'],
  'templates.write': ['backOffice', 'supervisor', 'manager'],
  'templates.approve': ['manager', 'director'],
  'contracts.drop': ['supervisor', 'manager', 'director'],
  // Where every original is, and the boxes of the archive.
  'custody.read': [...sales, 'warrantOfficer', 'warrantSupervisor', 'finance', 'auditor', 'compliance'],
  // Hands originals out and takes them back, keeps the boxes.
  'custody.write': ['backOffice', 'warrantOfficer', 'warrantSupervisor', 'manager'],
  // Conflicts about customers: who takes part sees and opens them, a supervisor or manager who is no party decides.
  'rulings.read': ['consultant', 'backOffice', 'supervisor', 'manager', 'director', 'auditor'],
  'rulings.open': ['consultant', 'supervisor', 'manager'],
  'rulings.decide': ['supervisor', 'manager'],
  'rulings.final': ['manager', 'director'],
  // The book of documents that pass between departments: everybody who has one sends and receives.
  'transfers.read': [
    ...sales,
    'warrantOfficer',
    'warrantSupervisor',
    'planner',
    'planningManager',
    'finance',
    'auditor',
  ],
  'transfers.write': [...sales, 'warrantOfficer', 'warrantSupervisor', 'planner', 'planningManager', 'finance'],
  'custody.export': ['backOffice', 'supervisor', 'manager', 'director', 'warrantSupervisor', 'auditor'],
  'payments.read': [...sales, 'finance', 'auditor', 'warrantOfficer', 'warrantSupervisor'],
  'payments.receive': ['backOffice', 'finance', 'manager'],
  'payments.void': ['finance', 'manager'],
  // Asks for money to go back and pays it out; a second person agrees to it by the ladder.
  'payments.refund': ['finance', 'manager'],
  // Writes to buyers about what they owe; the end of a contract is for whoever answers for the office.
  'payments.remind': ['backOffice', 'supervisor', 'manager', 'finance'],
  'payments.rescind': ['manager', 'director'],
  // Enters the invoices of the tax office against receipts.
  'payments.invoice': ['backOffice', 'finance', 'manager'],
  'payments.export': ['backOffice', 'supervisor', 'manager', 'director', 'finance', 'auditor'],
  'cases.read': [...sales, 'finance', 'warrantOfficer', 'warrantSupervisor', 'auditor'],
  'cases.export': ['backOffice', 'supervisor', 'manager', 'director', 'finance', 'warrantOfficer', 'warrantSupervisor'],
  'cases.assign': ['warrantSupervisor', 'manager'],
  'cases.write': ['backOffice', 'warrantOfficer', 'warrantSupervisor', 'manager'],
  // Plans which homes are offered when, and by which team; offering them is `units.release`.
  'releases.read': [...sales, 'planner', 'planningManager', 'auditor'],
  'releases.write': ['planningManager', 'manager', 'director'],
  'controlChecks.read': ['backOffice', 'supervisor', 'manager', 'director', 'finance', 'auditor'],
  'controlChecks.run': ['supervisor', 'manager'],
  'handbook.read': everyone,
  'handbook.write': ['backOffice', 'manager', 'planner', 'planningManager'],
  'approvals.read': [...sales, 'finance', 'auditor', 'warrantSupervisor', 'planningManager'],
  // The planning manager is the first to decide about price batches.
  'approvals.decide': ['supervisor', 'manager', 'director', 'backOffice', 'planningManager'],
  'documents.read': [...sales, 'finance', 'warrantOfficer', 'warrantSupervisor', 'auditor', 'compliance'],
  // The compliance officer issues what the law owes a person: notice, consent, report.
  'documents.issue': ['consultant', 'backOffice', 'supervisor', 'manager', 'finance', 'compliance'],
  'documents.print': [
    'consultant',
    'backOffice',
    'supervisor',
    'manager',
    'finance',
    'warrantOfficer',
    'warrantSupervisor',
    'compliance',
  ],
  // A paper as a file is a copy that no printer counts: for whoever hands papers out.
  'documents.export': [
    'consultant',
    'backOffice',
    'supervisor',
    'manager',
    'finance',
    'warrantOfficer',
    'warrantSupervisor',
    'compliance',
  ],
  // Brings signed pages back in: they file themselves by their codes, or go where somebody says.
  'documents.scan': [
    'consultant',
    'backOffice',
    'supervisor',
    'manager',
    'finance',
    'warrantOfficer',
    'warrantSupervisor',
    'compliance',
  ],
  // A paper of somebody who is anonymous or whose data are only kept: for whoever answers to the law for it.
  'documents.openKept': ['manager', 'finance', 'compliance'],
  'documents.void': ['backOffice', 'manager', 'finance'],
  // Whoever keeps a seal of the company.
  'documents.useSeal': ['backOffice', 'manager', 'finance'],
  // The close of a day, its figures and the head of the log; to take it up again is for whoever answers for the office.
  'days.read': ['backOffice', 'supervisor', 'manager', 'director', 'finance', 'administrator', 'auditor'],
  'days.close': ['supervisor', 'manager'],
  'days.reopen': ['manager'],
  'settings.read': everyone,
  'settings.write': ['manager', 'administrator'],
  'accounts.read': ['manager', 'director', 'administrator', 'auditor'],
  'accounts.write': ['manager', 'administrator'],
  'rights.read': ['manager', 'director', 'finance', 'administrator', 'auditor', 'compliance'],
  'rights.write': ['manager', 'administrator'],
  // The second person where somebody is given a dangerous right (`dangerous.ts`).
  'rights.confirm': ['manager', 'director', 'finance', 'administrator'],
  // Gives one's own rights to somebody for some days (代理).
  'delegations.write': ['manager', 'director'],
  // Lets PCs work on the office over the network, says where, and ends it.
  'terminals.manage': ['manager', 'administrator'],
  // A view of a list that everybody gets.
  'views.share': ['backOffice', 'supervisor', 'manager', 'director', 'warrantSupervisor', 'administrator'],
  'health.read': ['manager', 'director', 'administrator'],
  // Says that a difference of the log has been looked into.
  'events.settle': ['manager', 'administrator'],
  'events.export': ['manager', 'administrator', 'auditor', 'compliance'],
  // Chooses where the office is copied to, has it copied, and looks at the copies again.
  'backups.manage': ['manager', 'administrator'],
  // Puts the whole office under a new key.
  'keys.change': ['administrator'],
  'events.read': ['manager', 'director', 'administrator', 'auditor', 'compliance'],
} as const satisfies Record<string, readonly Post[]>;

/** Name of a permission. */
export type Permission = keyof typeof permissions;

/** True when the post has the permission as shipped. What an office has changed is known to `rights.ts`, which the server asks. */
export function hasPermission(post: Post, permission: Permission): boolean {
  const allowed: readonly Post[] = permissions[permission];
  return allowed.includes(post);
}
