import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { domainToASCII } from 'node:url';
import { generate } from 'selfsigned';
import type { ReadDb } from '#db/access.ts';
import { hostIdentityOf, writeServing } from '#db/repositories/terminals.ts';
import { nextEpoch, type Standing, supersededSince } from '#shared/domain/terminals/standing.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { asDate } from '#shared/kernel/local-date.ts';
import type { Corridor } from '../kernel/corridor.ts';
import type { Clock } from '../kernel/ports.ts';
import { supersededRefusal } from './superseded.ts';

/** By what terminals know the office: the authority whose certificate they pin. */
export type Authority = { readonly officeId: string; readonly certificate: string };

/** A PC that serves an office: its installation of the program, and its name. */
export type ServingPc = { readonly installation: string; readonly name: string };

/** What a TLS server needs, PEM: the leaf with its authority behind it. Good until `until`, UTC ms. */
export type HostCertificate = { readonly cert: string; readonly key: string; readonly until: number };

const DAY_MS = 86_400_000;
/** Clocks of PCs that lie in a cupboard go wrong by weeks: a certificate that begins early is none the worse. */
const BEGINS_EARLY_MS = 60 * DAY_MS;
/** The authority is pinned on every terminal and outlives the office's PCs; a leaf is made at each start. */
const AUTHORITY_MS = 30 * 365 * DAY_MS;
const LEAF_MS = 90 * DAY_MS;

const keys = { keyType: 'ec', curve: 'P-256', algorithm: 'sha256' } as const;

/** The office's own certificate authority: made when it is first asked for, kept in the encrypted database. */
export function hostAuthority(options: { readonly db: ReadDb; readonly clock: Clock; readonly act: Corridor['act'] }) {
  const { db, clock, act } = options;
  let making: Promise<Identity> | undefined;

  async function make(): Promise<Identity> {
    const now = clock();
    const officeId = randomUUID();
    const made = await generate([{ name: 'commonName', value: `Zhiye Desk office ${officeId.slice(0, 8)}` }], {
      ...keys,
      notBeforeDate: asDate(now - BEGINS_EARLY_MS),
      notAfterDate: asDate(now + AUTHORITY_MS),
      extensions: [
        { name: 'basicConstraints', cA: true, pathLenConstraint: 0, critical: true },
        { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
      ],
    });
    await act({
      procedure: 'terminals.makeAuthority',
      run: ({ tx }) =>
        tx.client
          .prepare(
            'insert into host_identity (id, office_id, certificate, private_key, made_at) values (1, ?, ?, ?, ?)',
          )
          .run(officeId, made.cert, made.private, now),
    });
    return { officeId, certificate: made.cert, privateKey: made.private };
  }

  async function identity(): Promise<Identity> {
    const known = hostIdentityOf(db);
    if (known !== undefined) return known;
    making ??= make().finally(() => {
      making = undefined;
    });
    return making;
  }

  return {
    authority: async (): Promise<Authority> => {
      const { officeId, certificate } = await identity();
      return { officeId, certificate };
    },
    /**
     * Says that this PC serves the office from now on, and as what it presents itself. An office that another PC served
     * last, or has taken over meanwhile, is served here only when it is taken over. Throws HOST_ELSEWHERE, OFFICE_SUPERSEDED.
     */
    serveFrom: async (pc: ServingPc, takeOver: boolean): Promise<Standing> => {
      await identity();
      return act({
        procedure: 'terminals.serve',
        run: ({ tx, happened }) => {
          const before = hostIdentityOf(db);
          if (before === undefined) throw new DomainError('NOT_FOUND');
          const { servedBy, servedByName: from } = before;
          const standing = { epoch: before.epoch, host: pc.installation };
          const superseded = before.supersededEpoch > before.epoch;
          if (superseded && !takeOver) throw supersededRefusal({ since: supersededSince(before.supersededEpoch) });
          if (!superseded && servedBy === pc.installation && from === pc.name) return standing;
          // A folder that was copied with the settings of its PC has the same installation under another name.
          if (servedBy !== null && !takeOver) throw new DomainError('HOST_ELSEWHERE', { name: from ?? '' });
          const last = Math.max(before.epoch, before.supersededEpoch);
          const epoch = servedBy === null && !superseded ? before.epoch : nextEpoch(last, clock());
          writeServing(tx.client, { ...pc, epoch });
          if (servedBy !== null || superseded)
            happened({ kind: 'hostTakenOver', noun: 'office', id: 1, data: { from, to: pc.name } });
          return { ...standing, epoch };
        },
      });
    },
    /** A certificate for this PC under some addresses, its own name and itself. */
    leafFor: async (addresses: readonly string[]): Promise<HostCertificate> => {
      const { certificate, privateKey } = await identity();
      const until = clock() + LEAF_MS;
      const ips = new Set(['127.0.0.1', '::1', ...addresses]);
      const names = new Set(['localhost', domainToASCII(hostname().toLowerCase())].filter((name) => name !== ''));
      const leaf = await generate([{ name: 'commonName', value: 'Zhiye Desk host' }], {
        ...keys,
        ca: { cert: certificate, key: privateKey },
        notBeforeDate: asDate(clock() - BEGINS_EARLY_MS),
        notAfterDate: asDate(until),
        extensions: [
          { name: 'basicConstraints', cA: false, critical: true },
          { name: 'keyUsage', digitalSignature: true, critical: true },
          { name: 'extKeyUsage', serverAuth: true },
          {
            name: 'subjectAltName',
            altNames: [
              ...[...names].map((value) => ({ type: 2 as const, value })),
              ...[...ips].map((ip) => ({ type: 7 as const, ip })),
            ],
          },
        ],
      });
      return { cert: `${leaf.cert.trim()}\n${certificate.trim()}\n`, key: leaf.private, until };
    },
  };
}

type Identity = Authority & { readonly privateKey: string };
