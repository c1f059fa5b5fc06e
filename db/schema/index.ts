// The declared registry of all tables: migrations, replay and the write transaction read it.
export * from './arrivals.ts';
export * from './attachments.ts';
export * from './cases.ts';
export * from './contracts.ts';
export * from './customers.ts';
export * from './days.ts';
export * from './deals.ts';
export * from './delegations.ts';
export * from './events.ts';
export * from './inventory.ts';
export * from './notices.ts';
export * from './office.ts';
export * from './papers.ts';
export * from './privacy.ts';
export * from './rights.ts';
export * from './terminals.ts';
export * from './views.ts';
