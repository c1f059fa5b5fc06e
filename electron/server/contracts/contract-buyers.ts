import type Database from 'better-sqlite3';
import type { ReadDb, WriteTx } from '#db/access.ts';
import { seal, unseal } from '#db/personal.ts';
import { partiesOf } from '#db/repositories/contracts.ts';
import { customerById } from '#db/repositories/customers.ts';
import { personKeyOf } from '#db/repositories/person-keys.ts';
import { buyersOf } from '#db/repositories/subscriptions.ts';
import { contractParties } from '#db/schema/contracts.ts';
import type { BuyerDetails } from '#shared/domain/contracts/kept-terms.ts';
import { type ContractBuyer, contractBuyerSchema } from '#shared/domain/contracts/parties.ts';
import type { Buyer } from '#shared/domain/subscriptions/buyers.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { checkDocumentNumber, identityKindSchema } from '#shared/kernel/identity-number.ts';
import { openIdentity } from '../customers/identity.ts';
import { signersOfDeal } from '../subscriptions/signers.ts';

/** Stands where a buyer has shown no papers yet: the check says so, and the page strikes it. */
const NO_NUMBER = '—';

const detailsSchema = contractBuyerSchema.pick({
  nationality: true,
  residence: true,
  birthOn: true,
  sex: true,
  postcode: true,
  email: true,
  representative: true,
  agent: true,
  eligibility: true,
});

/** The buyers of a deal as the contract names them: their files as they are, with what the contract keeps beside. */
export function contractBuyers(
  db: ReadDb,
  client: Database.Database,
  subscriptionId: number,
  contractId: number | null,
): ContractBuyer[] {
  const buyers = buyersOf(db, [subscriptionId]).map(({ customer, sharePpm }) => ({
    customerId: customer.id,
    sharePpm,
  }));
  return buyersAsNamed(db, client, { subscriptionId, contractId }, buyers);
}

/** The same of those who are to buy, whether they are buyers of the deal already or not. */
export function buyersAsNamed(
  db: ReadDb,
  client: Database.Database,
  { subscriptionId, contractId }: { readonly subscriptionId: number; readonly contractId: number | null },
  buyers: readonly Buyer[],
): ContractBuyer[] {
  const kept = contractId === null ? [] : partiesOf(db, contractId);
  const signers = signersOfDeal(db, client, subscriptionId);
  return buyers.flatMap(({ customerId, sharePpm }) => {
    const customer = customerById(db, customerId);
    if (customer === undefined) return [];
    const number = openIdentity(client, customer);
    const parsed = identityKindSchema.safeParse(customer.identityKind);
    const kind = parsed.success ? parsed.data : 'other';
    const company = kind === 'businessLicence';
    const card = number === null ? undefined : checkDocumentNumber(kind, number);
    const sealed = kept.find(({ customerId }) => customerId === customer.id)?.detailsSealed;
    const key = sealed === undefined ? undefined : personKeyOf(client, customer.personKeyId);
    const known: BuyerDetails = {
      nationality: kind === 'identityCard' ? '中国' : '',
      residence: '',
      birthOn: card?.birthOn ?? null,
      sex: card?.sex ?? null,
      postcode: '',
      email: '',
      // The contract begins with who signs as the subscription knows it, and its own word replaces that.
      ...signers(customer.id),
      eligibility: null,
    };
    const details =
      sealed === undefined || key === undefined ? {} : detailsSchema.parse(JSON.parse(unseal(key, sealed)));
    return {
      customerId: customer.id,
      name: customer.name,
      kind: company ? 'company' : 'person',
      identityKind: kind,
      identityNumber: number ?? NO_NUMBER,
      address: customer.address,
      phone: customer.phone ?? customer.secondPhone ?? '',
      sharePpm,
      ...known,
      ...details,
    };
  });
}

/** Keeps what the contract says of a buyer beyond the file; what is not given stays. Throws NOT_FOUND for a stranger. */
export function keepBuyerDetails(
  tx: WriteTx,
  subscriptionId: number,
  contractId: number,
  customerId: number,
  change: Partial<BuyerDetails>,
): void {
  const customer = buyersOf(tx, [subscriptionId]).find((one) => one.customer.id === customerId)?.customer;
  const key = customer === undefined ? undefined : personKeyOf(tx.client, customer.personKeyId);
  const buyer = contractBuyers(tx, tx.client, subscriptionId, contractId).find((one) => one.customerId === customerId);
  if (key === undefined || buyer === undefined) throw new DomainError('NOT_FOUND');
  const details = detailsSchema.parse({ ...pickDetails(buyer), ...change });
  const detailsSealed = seal(key, JSON.stringify(details));
  const kept = partiesOf(tx, contractId).find((one) => one.customerId === customerId);
  if (kept === undefined) tx.insert(contractParties, { contractId, customerId, detailsSealed });
  else tx.update(contractParties, kept.id, { detailsSealed });
}

function pickDetails(buyer: ContractBuyer): BuyerDetails {
  const { nationality, residence, birthOn, sex, postcode, email, representative, agent, eligibility } = buyer;
  return { nationality, residence, birthOn, sex, postcode, email, representative, agent, eligibility };
}
