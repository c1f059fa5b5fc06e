import type Database from 'better-sqlite3';
import type { z } from 'zod';
import type { ReadDb } from '#db/access.ts';
import { seal, unseal } from '#db/personal.ts';
import { attachmentsOf } from '#db/repositories/attachments.ts';
import { personKeyOf } from '#db/repositories/person-keys.ts';
import { signersOf } from '#db/repositories/signers.ts';
import { buyersOf, type SubscriptionRow, subscriptionById } from '#db/repositories/subscriptions.ts';
import { subscriptionSigners, subscriptions } from '#db/schema/deals.ts';
import type { subscriptions as subscriptionsApi } from '#shared/api/subscriptions.ts';
import {
  type AskedFile,
  type AskedFiles,
  askedFiles,
  filesToReview,
  ownHand,
  type Signer,
  type SigningBuyer,
  signerSchema,
  signersRefusal,
} from '#shared/domain/subscriptions/signers.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { asKept } from '../contracts/agents.ts';
import type { CommandContext } from '../kernel/handlers.ts';
import { checkOwnDeal } from './own-deals.ts';

type Input = z.output<(typeof subscriptionsApi)['nameSigner']['input']>;

/** The buyers of a deal as the guard of its review looks at them; nothing is unsealed for it. */
function signingBuyers(db: ReadDb, subscriptionId: number): SigningBuyer[] {
  const kept = signersOf(db, subscriptionId);
  return buyersOf(db, [subscriptionId]).map(({ customer }) => {
    const signer = kept.find(({ customerId }) => customerId === customer.id);
    return {
      name: customer.name,
      company: customer.identityKind === 'businessLicence',
      represented: signer?.represented ?? false,
      agent: signer?.agentKind ?? null,
      agentNo: signer?.agentNo ?? null,
      proxyCovers: signer?.proxyCovers ?? false,
      proxyUntil: signer?.proxyUntil ?? null,
    };
  });
}

function filesOf(db: ReadDb, subscriptionId: number): Partial<Record<AskedFile, number>> {
  const attached = attachmentsOf(db, 'subscriptions', subscriptionId).map(({ attachment }) => attachment.kind);
  return Object.fromEntries(askedFiles.map((kind) => [kind, attached.filter((one) => one === kind).length]));
}

/** How many scans of powers a deal has. */
export function proxiesOf(db: ReadDb, subscriptionId: number): number {
  return filesOf(db, subscriptionId).proxy ?? 0;
}

/** Why the signatures of the buyers would not bind them on a day; undefined where they would. */
export function signersOfDealRefusal(db: ReadDb, subscriptionId: number, today: LocalDate): Refusal | undefined {
  return signersRefusal(signingBuyers(db, subscriptionId), { proxies: proxiesOf(db, subscriptionId), today });
}

/** Which files go to the review of a deal, and which are there. */
export function filesForReview(db: ReadDb, subscriptionId: number): AskedFiles[] {
  return filesToReview(signingBuyers(db, subscriptionId), filesOf(db, subscriptionId));
}

/** Who signs for each buyer of a deal, by the number of the customer; {@link ownHand} for those who sign themselves. */
export function signersOfDeal(
  db: ReadDb,
  client: Database.Database,
  subscriptionId: number,
): (customerId: number) => Signer {
  const kept = signersOf(db, subscriptionId);
  const opened = new Map<number, Signer>();
  for (const { customer } of buyersOf(db, [subscriptionId])) {
    const sealed = kept.find(({ customerId }) => customerId === customer.id)?.detailsSealed;
    const key = sealed === undefined ? undefined : personKeyOf(client, customer.personKeyId);
    if (sealed === undefined || key === undefined) continue;
    opened.set(customer.id, signerSchema.parse(JSON.parse(unseal(key, sealed))));
  }
  return (customerId) => opened.get(customerId) ?? ownHand;
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
  const buyer = buyersOf(db, [subscriptionId]).find(({ customer }) => customer.id === customerId)?.customer;
  const key = buyer === undefined ? undefined : personKeyOf(tx.client, buyer.personKeyId);
  if (row === undefined || buyer === undefined || key === undefined) throw new DomainError('NOT_FOUND');
  if (row.version !== version) throw new DomainError('STALE');
  const refusal = signerRefusal(row);
  if (refusal !== undefined) throw DomainError.from(refusal);
  if (signer.representative !== '' && buyer.identityKind !== 'businessLicence')
    throw new DomainError('SIGNER_NOT_OF_COMPANY', { name: buyer.name });
  const signers = signersOfDeal(db, tx.client, subscriptionId);
  const agent = signer.agent === null ? null : asKept(signer.agent, signers(customerId).agent);
  const entrusted = agent?.kind === 'entrusted';
  const values = {
    represented: signer.representative !== '',
    agentKind: agent?.kind ?? null,
    agentNo: agent === null ? null : agentNoOf(context, subscriptionId, { customerId, agent }),
    proxyCovers: entrusted && agent.power.coversSigning,
    proxyUntil: entrusted ? agent.power.validUntil : null,
    detailsSealed: seal(key, JSON.stringify({ representative: signer.representative, agent } satisfies Signer)),
  };
  const kept = signersOf(db, subscriptionId).find((one) => one.customerId === customerId);
  if (kept === undefined) tx.insert(subscriptionSigners, { subscriptionId, customerId, ...values });
  else tx.update(subscriptionSigners, kept.id, values);
  // It lies beside the row; its version rises all the same, so that a reviewer does not decide on what was.
  const after = tx.update(subscriptions, row.id, { version: row.version + 1 });
  happened({
    kind: 'signerNamed',
    noun: 'subscriptions',
    id: row.id,
    data: { number: row.number, agent: agent?.kind ?? '' },
  });
  return { version: after.version };
}

/** The number of an agent within a deal: that of another buyer's agent where it is the same person. */
function agentNoOf(
  { db, tx }: CommandContext,
  subscriptionId: number,
  { customerId, agent }: { readonly customerId: number; readonly agent: NonNullable<Signer['agent']> },
): number {
  const signers = signersOfDeal(db, tx.client, subscriptionId);
  const others = signersOf(db, subscriptionId).filter((one) => one.customerId !== customerId);
  const same = others.find((one) => {
    const other = signers(one.customerId).agent;
    return other !== null && other.name === agent.name && other.identityNumber === agent.identityNumber;
  });
  return same?.agentNo ?? Math.max(0, ...others.map(({ agentNo }) => agentNo ?? 0)) + 1;
}
