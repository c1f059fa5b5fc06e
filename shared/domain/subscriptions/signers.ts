import { z } from 'zod';
import type { Refusal } from '#shared/kernel/errors.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { agentSchema } from '../contracts/parties.ts';

/** Who signs for a buyer of a subscription: the representative of a company (法定代表人), an agent (代理人), or both. */
export const signerSchema = z.strictObject({
  /** Legal representative of a company; empty for a person. */
  representative: z.string().trim().max(100),
  /** Null for a buyer who signs himself. That his power is in the file says the scan, not this. */
  agent: agentSchema.nullable(),
});
/** Who signs for a buyer. */
export type Signer = z.output<typeof signerSchema>;

/** Who signs for whom of the buyers. */
export const namedSignerSchema = z.strictObject({ customerId: z.int().min(1), signer: signerSchema });
/** Who signs for whom of the buyers. */
export type NamedSigner = z.output<typeof namedSignerSchema>;

/** The same of those who are to buy by a change of names, with what the buyer is. */
export const nextSignerSchema = namedSignerSchema.extend({ company: z.boolean() });

/** A buyer about whom nobody has said who signs. */
export const ownHand: Signer = { representative: '', agent: null };

/** What the guard of a review looks at, buyer by buyer. */
export type SigningBuyer = {
  readonly name: string;
  /** A buyer with a business licence is a company. */
  readonly company: boolean;
  readonly represented: boolean;
  readonly agent: 'entrusted' | 'statutory' | null;
  /** The same number for the same agent of several buyers, who may show one power for all. */
  readonly agentNo: number | null;
  /** The power covers this purchase up to the signing. */
  readonly proxyCovers: boolean;
  readonly proxyUntil: LocalDate | null;
};

/**
 * Why the signatures of these buyers would not bind them, or undefined: a company without its representative, an agent
 * whose power does not cover the purchase, has run out, or is not in the file (Civil Code 165, 171). `proxies` is how
 * many scans of powers there are.
 */
export function signersRefusal(
  buyers: readonly SigningBuyer[],
  { proxies, today }: { readonly proxies: number; readonly today: LocalDate },
): Refusal | undefined {
  const mute = buyers.find(({ company, represented }) => company && !represented);
  if (mute !== undefined) return { code: 'BUYER_REPRESENTATIVE_MISSING', params: { name: mute.name } };
  const entrusted = buyers.filter(({ agent }) => agent === 'entrusted');
  const narrow = entrusted.find(({ proxyCovers }) => !proxyCovers);
  if (narrow !== undefined) return { code: 'PROXY_TOO_NARROW', params: { name: narrow.name } };
  const over = entrusted.find(({ proxyUntil }) => proxyUntil !== null && proxyUntil < today);
  if (over !== undefined)
    return { code: 'PROXY_EXPIRED', params: { name: over.name, expiredOn: over.proxyUntil ?? today } };
  const agents = new Set(entrusted.map(({ agentNo }) => agentNo)).size;
  const [first] = entrusted;
  return first !== undefined && proxies < agents
    ? { code: 'PROXY_SCAN_MISSING', params: { name: first.name } }
    : undefined;
}

/** Files that a review asks for: one for each company, each agent with a power, each agent by law. */
export const askedFiles = ['identity', 'businessLicence', 'proxy', 'guardianship'] as const;
/** What such a file is. */
export type AskedFile = (typeof askedFiles)[number];

/** How many files of a kind a review asks for, and how many there are (送审附件清单). */
export type AskedFiles = { readonly kind: AskedFile; readonly asked: number; readonly given: number };

/**
 * The list of files that go to the review of a subscription: the identity papers of people, the licences of companies,
 * powers of agents, and proofs of those who act by law. Only powers are binding; the rest reminds.
 */
export function filesToReview(
  buyers: readonly SigningBuyer[],
  given: Readonly<Partial<Record<AskedFile, number>>>,
): AskedFiles[] {
  const agentsOf = (kind: 'entrusted' | 'statutory') =>
    new Set(buyers.flatMap(({ agent, agentNo }) => (agent === kind ? [agentNo] : []))).size;
  const asked: Readonly<Record<AskedFile, number>> = {
    identity: buyers.filter(({ company }) => !company).length,
    businessLicence: buyers.filter(({ company }) => company).length,
    proxy: agentsOf('entrusted'),
    guardianship: agentsOf('statutory'),
  };
  return askedFiles
    .map((kind) => ({ kind, asked: asked[kind], given: given[kind] ?? 0 }))
    .filter((row) => row.asked > 0);
}
