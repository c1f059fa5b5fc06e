import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import type { z } from 'zod';
import { enrolBegunSchema, enrolFinishedSchema, lanPaths, lanRefusalSchema, protocolVersion } from '#shared/api/lan.ts';
import { parsePairingCode } from '#shared/domain/terminals/pairing.ts';
import { DomainError, refusalFrom } from '#shared/kernel/errors.ts';
import { isImpostor } from './impostor.ts';
import { hostProof, isSameProof, pairingKey, terminalProof } from './pairing-proof.ts';
import { tokenHash } from './token-hash.ts';

export type EnrolAsked = {
  readonly address: string;
  readonly port: number;
  /** The pairing code as it was typed. */
  readonly code: string;
  /** Name of this terminal. */
  readonly name: string;
  /** Version of this program. */
  readonly program: string;
  /** The token of an earlier pairing with that office, so that the terminal stays the same one. */
  readonly token: string | null;
};

/** What pairing gives: the office and the pass of this terminal. */
export type Enrolled = {
  readonly officeId: string;
  readonly officeName: string;
  /** The certificate of the office's authority, PEM, now proved. */
  readonly authority: string;
  readonly token: string;
};

/** How long a host may take for one answer: it draws a slow key meanwhile. */
const ANSWER_MS = 15_000;
const LARGEST_ANSWER = 64 * 1024;

/**
 * Pairs with a host. First it presents its authority, which is not believed yet; both sides draw a key from the code and
 * that very authority, and prove it to each other over a line on which nobody else is believed. Throws
 * HOST_UNREACHABLE, NOT_A_HOST, HOST_IMPOSTOR, PAIRING_CODE_WRONG and what the host refuses.
 */
export async function enrol({ address, port, code: typed, name, program, token }: EnrolAsked): Promise<Enrolled> {
  const code = parsePairingCode(typed);
  if (code === undefined) throw new DomainError('PAIRING_CODE_WRONG');
  const to = { address, port };
  const nonce = randomBytes(32).toString('base64');
  const begun = await post({ ...to, authority: undefined }, lanPaths.enrolBegin, { nonce }, enrolBegunSchema);
  const { authority, officeId, nonce: hostNonce } = begun;
  const key = await keyOf(code, { authority, terminalNonce: nonce, hostNonce }, to);
  const claim = { name, program, protocol: protocolVersion, formerly: token === null ? null : tokenHash(token) };
  const asked = { nonce, hostNonce, ...claim, proof: terminalProof(key, claim) };
  const finished = await post({ ...to, authority }, lanPaths.enrolFinish, asked, enrolFinishedSchema);
  // Whoever does not know the code can't make this: a stranger in between, or another office's host.
  if (!isSameProof(finished.proof, hostProof(key, finished.token))) throw new DomainError('HOST_IMPOSTOR');
  return { officeId, officeName: finished.officeName, authority, token: finished.token };
}

async function keyOf(
  code: string,
  seen: Parameters<typeof pairingKey>[1],
  { address, port }: { address: string; port: number },
): Promise<Buffer> {
  try {
    return await pairingKey(code, seen);
  } catch {
    // What it presents is no certificate.
    throw new DomainError('NOT_A_HOST', { address: `${address}:${port}` });
  }
}

type Line = {
  readonly address: string;
  readonly port: number;
  /** Only whoever this authority has signed is believed; undefined: nobody is believed, and nothing secret said. */
  readonly authority: string | undefined;
};

/** One step over TLS 1.3 on a line of its own. */
async function post<T extends z.ZodType>(line: Line, path: string, body: unknown, schema: T): Promise<z.output<T>> {
  const { status, text } = await answerOf(line, path, JSON.stringify(body));
  const parsed = parse(text);
  if (status === 200) {
    const answer = schema.safeParse(parsed);
    if (answer.success) return answer.data;
  } else {
    const refusal = lanRefusalSchema.safeParse(parsed);
    if (refusal.success) throw DomainError.from(refusalFrom(refusal.data));
  }
  throw new DomainError('NOT_A_HOST', { address: `${line.address}:${line.port}` });
}

function answerOf(
  { address, port, authority }: Line,
  path: string,
  body: string,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error): void => reject(faultOf(error, address, port));
    const asking = request(
      {
        host: address,
        port,
        path,
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
        minVersion: 'TLSv1.3',
        // Pairing: the authority is only just being met. Its proof comes with the second step, on a line that is pinned.
        rejectUnauthorized: authority !== undefined,
        ...(authority === undefined ? {} : { ca: authority }),
        // The authority signs nobody but this office's host, whose address may change.
        checkServerIdentity: () => undefined,
        agent: false,
        timeout: ANSWER_MS,
      },
      (response) => void textOf(response).then((text) => resolve({ status: response.statusCode ?? 0, text }), fail),
    );
    asking.on('timeout', () => asking.destroy(new Error('No answer')));
    asking.on('error', fail);
    asking.end(body);
  });
}

async function textOf(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response) {
    const bytes = Buffer.from(part);
    size += bytes.length;
    if (size > LARGEST_ANSWER) throw new Error('Too long an answer');
    parts.push(bytes);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** What a broken line means: another authority, something that speaks no TLS 1.3, or nobody. */
function faultOf(error: Error, address: string, port: number): DomainError {
  const code = 'code' in error ? String(error.code) : '';
  if (isImpostor(error)) return new DomainError('HOST_IMPOSTOR');
  if (/^(ERR_SSL_|EPROTO|HPE_)/.test(code)) return new DomainError('NOT_A_HOST', { address: `${address}:${port}` });
  return new DomainError('HOST_UNREACHABLE');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
