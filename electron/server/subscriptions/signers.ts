import type Database from 'better-sqlite3';
import type { z } from 'zod';
import type { ReadDb } from '#db/access.ts';
import { seal, unseal } from '#db/personal.ts';
import { attachmentsOf } from '#db/repositories/attachments.ts';
import { customerById } from '#db/repositories/customers.ts';
import { personKeyOf } from '#db/repositories/person-keys.ts';
import { signersOf } from '#db/repositories/signers.ts';
import { buyersOf, type SubscriptionRow, subscriptionById } from '#db/repositories/subscriptions.ts';
import type { customers } from '#db/schema/customers.ts';
import { subscriptionSigners, subscriptions } from '#db/schema/deals.ts';
import type { subscriptions as subscriptionsApi } from '#shared/api/subscriptions.ts';
import type { ChangeAsk } from '#shared/domain/changes/asks.ts';
import type { Buyer } from '#shared/domain/subscriptions/buyers.ts';
import {
  type AskedFile,
  type AskedFiles,
  askedFiles,
  filesToReview,
  type NamedSigner,
  ownHand,
  type Signer,
  type SigningBuyer,
  signerSchema,
  signersRefusal,
} from '#shared/domain/subscriptions/signers.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { asKept, maskedAgent } from '../contracts/agents.ts';
import type { CommandContext } from '../kernel/handlers.ts';
import { checkOwnDeal } from './own-deals.ts';

type Input = z.output<(typeof subscriptionsApi)['nameSigner']['input']>;

/** What the guard of a review looks at of who signs for a buyer. */
export type GuardedSigner = Omit<SigningBuyer, 'name' | 'company' | 'agent'> & {
  readonly customerId: number;
  readonly agentKind: SigningBuyer['agent'];
};

/** The same with what only the buyer's own key opens. */
type OpenSigner = GuardedSigner & { readonly signer: Signer };

type Reader = { readonly db: ReadDb; readonly client: Database.Database };

const isCompany = ({ identityKind }: { readonly identityKind: string | null }) => identityKind === 'businessLicence';

/** Buyers of a deal as the guard of its review looks at them; nothing is unsealed for it. */
function signingBuyers(
  db: ReadDb,
  buyers: readonly (typeof customers.$inferSelect)[],
  kept: readonly GuardedSigner[],
): SigningBuyer[] {
  return buyers.map((customer) => {
    const signer = kept.find(({ customerId }) => customerId === customer.id);
    return {
      name: customer.name,
      company: isCompany(customer),
      represented: signer?.represented ?? false,
      agent: signer?.agentKind ?? null,
      agentNo: signer?.agentNo ?? null,
      proxyCovers: signer?.proxyCovers ?? false,
      proxyUntil: signer?.proxyUntil ?? null,
    };
  });
}

function buyersNow(db: ReadDb, subscriptionId: number) {
  return buyersOf(db, [subscriptionId]).map(({ customer }) => customer);
}

function filesOf(db: ReadDb, subscriptionId: number): Partial<Record<AskedFile, number>> {
  const attached = attachmentsOf(db, 'subscriptions', subscriptionId).map(({ attachment }) => attachment.kind);
  return Object.fromEntries(askedFiles.map((kind) => [kind, attached.filter((one) => one === kind).length]));
}

/** How many scans of powers a deal has. */
function proxiesOf(db: ReadDb, subscriptionId: number): number {
  return filesOf(db, subscriptionId).proxy ?? 0;
}

/** Why the signatures of the buyers would not bind them on a day; undefined where they would. */
export function signersOfDealRefusal(db: ReadDb, subscriptionId: number, today: LocalDate): Refusal | undefined {
  const buyers = signingBuyers(db, buyersNow(db, subscriptionId), signersOf(db, subscriptionId));
  return signersRefusal(buyers, { proxies: proxiesOf(db, subscriptionId), today });
}

/** The same for those who are to buy by a change of names, by who signs for them as far as that is known. */
export function signersOfNextRefusal(
  db: ReadDb,
  subscriptionId: number,
  next: { readonly buyers: readonly Buyer[]; readonly signers?: readonly GuardedSigner[]; readonly today: LocalDate },
): Refusal | undefined {
  const known = next.buyers.map(({ customerId }) => customerById(db, customerId)).filter((one) => one !== undefined);
  const buyers = signingBuyers(db, known, next.signers ?? signersOf(db, subscriptionId));
  return signersRefusal(buyers, { proxies: proxiesOf(db, subscriptionId), today: next.today });
}

/** Which files go to the review of a deal, and which are there. */
export function filesForReview(db: ReadDb, subscriptionId: number): AskedFiles[] {
  const buyers = signingBuyers(db, buyersNow(db, subscriptionId), signersOf(db, subscriptionId));
  return filesToReview(buyers, filesOf(db, subscriptionId));
}

/** Who signs in a deal, of whom anything was said, opened; {@link ownHand} where the key is destroyed. */
function openSigners({ db, client }: Reader, subscriptionId: number): OpenSigner[] {
  return signersOf(db, subscriptionId).map((kept) => {
    const customer = customerById(db, kept.customerId);
    const key = customer === undefined ? undefined : personKeyOf(client, customer.personKeyId);
    const signer = key === undefined ? ownHand : signerSchema.parse(JSON.parse(unseal(key, kept.detailsSealed)));
    return { ...kept, signer };
  });
}

/** Who signs for each buyer of a deal, by the number of the customer; {@link ownHand} for those who sign themselves. */
export function signersOfDeal(
  db: ReadDb,
  client: Database.Database,
  subscriptionId: number,
): (customerId: number) => Signer {
  const opened = new Map(
    openSigners({ db, client }, subscriptionId).map(({ customerId, signer }) => [customerId, signer]),
  );
  return (customerId) => opened.get(customerId) ?? ownHand;
}

/** Who signs, as a screen shows it: number and phone of an agent masked. */
export function maskedSigner({ representative, agent }: Signer): Signer {
  return { representative, agent: agent === null ? null : maskedAgent(agent) };
}

/** Who signs for those who buy after a change of names, as far as anything was said of it; nobody for another change. */
export function signersOfNext(
  { db, client }: Reader,
  { ask, subscriptionId }: { readonly ask: ChangeAsk; readonly subscriptionId: number },
) {
  if (ask.kind !== 'nameChange') return [];
  const opened = openSigners({ db, client }, subscriptionId);
  return ask.buyers.flatMap(({ customerId }) => {
    const said = opened.find((one) => one.customerId === customerId);
    const customer = customerById(db, customerId);
    return said === undefined || customer === undefined
      ? []
      : [{ customerId, company: isCompany(customer), signer: maskedSigner(said.signer) }];
  });
}

/** The number of an agent within a deal: that of another buyer's agent where it is the same person. */
function agentNoOf(agent: NonNullable<Signer['agent']>, others: readonly OpenSigner[]): number {
  const same = others.find(
    ({ signer: { agent: other } }) =>
      other !== null && other.name === agent.name && other.identityNumber === agent.identityNumber,
  );
  return same?.agentNo ?? Math.max(0, ...others.map(({ agentNo }) => agentNo ?? 0)) + 1;
}

/**
 * Who signs in a deal once some of it is said anew; writes nothing. Number and phone that come back masked are those on
 * record. Throws NOT_FOUND for a stranger, SIGNER_NOT_OF_COMPANY for a person with a representative.
 */
export function signersSaid(reader: Reader, subscriptionId: number, named: readonly NamedSigner[]): OpenSigner[] {
  return named.reduce<OpenSigner[]>(
    (known, { customerId, signer: { representative, agent: sent } }) => {
      const customer = customerById(reader.db, customerId);
      if (customer === undefined) throw new DomainError('NOT_FOUND');
      if (representative !== '' && !isCompany(customer))
        throw new DomainError('SIGNER_NOT_OF_COMPANY', { name: customer.name });
      const before = known.find((one) => one.customerId === customerId);
      const others = known.filter((one) => one !== before);
      const agent = sent === null ? null : asKept(sent, before?.signer.agent ?? null);
      const entrusted = agent?.kind === 'entrusted';
      const said = {
        customerId,
        represented: representative !== '',
        agentKind: agent?.kind ?? null,
        agentNo: agent === null ? null : agentNoOf(agent, others),
        proxyCovers: entrusted && agent.power.coversSigning,
        proxyUntil: entrusted ? agent.power.validUntil : null,
        signer: { representative, agent },
      };
      return [...others, said];
    },
    openSigners(reader, subscriptionId),
  );
}

/**
 * Writes who signs for whom of those who buy, or are to buy by a change of names. Throws INVALID_INPUT for somebody else,
 * and what {@link signersSaid} throws.
 */
export function writeSigners(
  { db, tx }: Pick<CommandContext, 'db' | 'tx'>,
  subscriptionId: number,
  { named, buyers }: { readonly named: readonly NamedSigner[]; readonly buyers: readonly Pick<Buyer, 'customerId'>[] },
): void {
  const buys = ({ customerId }: { readonly customerId: number }) =>
    buyers.some((buyer) => buyer.customerId === customerId);
  if (!named.every(buys)) throw new DomainError('INVALID_INPUT');
  const kept = signersOf(db, subscriptionId);
  for (const { signer, ...said } of signersSaid({ db, client: tx.client }, subscriptionId, named)) {
    if (!named.some(({ customerId }) => customerId === said.customerId)) continue;
    const customer = customerById(db, said.customerId);
    const key = customer === undefined ? undefined : personKeyOf(tx.client, customer.personKeyId);
    if (key === undefined) throw new DomainError('NOT_FOUND');
    const values = { ...said, detailsSealed: seal(key, JSON.stringify(signer)) };
    const row = kept.find(({ customerId }) => customerId === said.customerId);
    if (row === undefined) tx.insert(subscriptionSigners, { subscriptionId, ...values });
    else tx.update(subscriptionSigners, row.id, values);
  }
}

/** Takes out who signs for people that neither buy nor are to buy: what is not needed any more is not kept (PIPL, 19). */
export function forgetSigners(
  { db, tx }: Pick<CommandContext, 'db' | 'tx'>,
  subscriptionId: number,
  next: readonly Pick<Buyer, 'customerId'>[] = [],
): void {
  const buying = new Set([...buyersNow(db, subscriptionId).map(({ id }) => id), ...next.map((one) => one.customerId)]);
  for (const { id, customerId } of signersOf(db, subscriptionId))
    if (!buying.has(customerId)) tx.remove(subscriptionSigners, id);
}

/** Why nobody may say any more who signs: the contract has its own parties, and an ended deal is not signed. */
export function signerRefusal({ state }: Pick<SubscriptionRow, 'state'>): Refusal | undefined {
  if (state === 'converted') return { code: 'SIGNER_IN_CONTRACT' };
  return state === 'draft' || state === 'inReview' || state === 'approved' || state === 'depositComplete'
    ? undefined
    : { code: 'SUBSCRIPTION_ENDED' };
}

/**
 * Enters who signs for a buyer: the representative of a company, an agent with the term and scope of his power. Throws
 * NOT_FOUND for a stranger, STALE, SIGNER_IN_CONTRACT, SUBSCRIPTION_ENDED, SIGNER_NOT_OF_COMPANY.
 */
export function nameSigner(
  context: CommandContext,
  input: Input,
): z.input<(typeof subscriptionsApi)['nameSigner']['output']> {
  const { db, tx, happened } = context;
  const { subscriptionId, customerId, version, signer } = input;
  checkOwnDeal(context, subscriptionId);
  const row = subscriptionById(db, subscriptionId);
  const buyers = buyersNow(db, subscriptionId).map(({ id }) => ({ customerId: id }));
  if (row === undefined || !buyers.some((buyer) => buyer.customerId === customerId)) throw new DomainError('NOT_FOUND');
  if (row.version !== version) throw new DomainError('STALE');
  const refusal = signerRefusal(row);
  if (refusal !== undefined) throw DomainError.from(refusal);
  writeSigners(context, subscriptionId, { named: [{ customerId, signer }], buyers });
  // It lies beside the row; its version rises all the same, so that a reviewer does not decide on what was.
  const after = tx.update(subscriptions, row.id, { version: row.version + 1 });
  happened({
    kind: 'signerNamed',
    noun: 'subscriptions',
    id: row.id,
    data: { number: row.number, agent: signer.agent?.kind ?? '' },
  });
  return { version: after.version };
}
