import { randomBytes } from 'node:crypto';
import { createServer as createPlainServer } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { enrol } from '#electron/lan/enrol.ts';
import { hostProof, isSameProof, pairingKey, terminalProof } from '#electron/lan/pairing-proof.ts';
import { answerPlainly, type EnrolmentDesk } from '#electron/transports/lan-enrolment.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { type TestAuthority, testAuthority } from '#tests/support/authority.ts';

const CODE = 'K7QF2M9D';
const asked = { address: '127.0.0.1', code: 'k7qf 2m9d', name: '前台', program: '0.1.0', token: null };

/** A host that has shown a code; `authority` is what it presents, `knows` the code as it believes it. */
function deskOf(authority: string, knows = CODE, change: Partial<EnrolmentDesk> = {}): EnrolmentDesk {
  const hostNonce = randomBytes(32).toString('base64');
  return {
    beginEnrolment: async () => ({ nonce: hostNonce, officeId: 'office 1', authority }),
    finishEnrolment: async ({ nonce, proof, name, program, protocol, formerly }) => {
      const key = await pairingKey(knows, { authority, terminalNonce: nonce, hostNonce });
      if (!isSameProof(proof, terminalProof(key, { name, program, protocol, formerly })))
        throw new DomainError('PAIRING_CODE_WRONG', { left: 4 });
      const given = `token of ${name}`;
      return { token: given, proof: hostProof(key, given), terminalId: 1, officeName: '江北案场' };
    },
    ...change,
  };
}

describe('Pairing with a host', () => {
  let office: TestAuthority;
  let stranger: TestAuthority;
  const open: { close: () => unknown }[] = [];
  beforeAll(async () => {
    [office, stranger] = await Promise.all([testAuthority(), testAuthority('Somebody else')]);
  });
  afterEach(() => {
    for (const server of open.splice(0)) server.close();
  });

  const listen = (server: Server | ReturnType<typeof createPlainServer>): Promise<number> =>
    new Promise((resolve) => {
      open.push(server);
      server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
    });
  const serve = (identity: TestAuthority, desk: EnrolmentDesk, version: 'TLSv1.2' | 'TLSv1.3' = 'TLSv1.3') =>
    listen(
      createServer({ cert: identity.cert, key: identity.key, maxVersion: version }, (request, response) => {
        void answerPlainly(request, response, { desk, standing: undefined }, async () => undefined);
      }),
    );

  it('gives the pass of the terminal and the authority of its office, with the code as somebody typed it', async () => {
    const port = await serve(office, deskOf(office.authority));
    expect(await enrol({ ...asked, port })).toEqual({
      officeId: 'office 1',
      officeName: '江北案场',
      authority: office.authority,
      token: 'token of 前台',
    });
  });

  it('with a wrong code is refused by the host, with a half code not even asked', async () => {
    const port = await serve(office, deskOf(office.authority));
    await expect(enrol({ ...asked, port, code: '22222222' })).rejects.toMatchObject({
      code: 'PAIRING_CODE_WRONG',
      params: { left: 4 },
    });
    await expect(enrol({ ...asked, port, code: 'K7QF' })).rejects.toMatchObject({ code: 'PAIRING_CODE_WRONG' });
  });

  it('with a stranger who hands on the office’s authority ends where the stranger would have to be it', async () => {
    const port = await serve(stranger, deskOf(office.authority));
    await expect(enrol({ ...asked, port })).rejects.toMatchObject({ code: 'HOST_IMPOSTOR' });
  });

  it('with a stranger who does not know the code gives nothing away and is not believed', async () => {
    let said = '';
    const accepting = deskOf(stranger.authority, CODE, {
      finishEnrolment: async (claim) => {
        said = JSON.stringify(claim);
        return {
          token: 'a token of nobody',
          proof: randomBytes(32).toString('base64'),
          terminalId: 1,
          officeName: '江北案场',
        };
      },
    });
    const port = await serve(stranger, accepting);
    const again = { ...asked, port, token: 'the token of an earlier pairing' };
    await expect(enrol(again)).rejects.toMatchObject({ code: 'HOST_IMPOSTOR' });
    expect(said).toContain(asked.name);
    for (const secret of [CODE, again.token]) expect(said).not.toContain(secret);
  });

  it('passes on what the host says when it is not open for pairing', async () => {
    const closed = deskOf(office.authority, CODE, {
      beginEnrolment: () => Promise.reject(new DomainError('PAIRING_CLOSED')),
    });
    await expect(enrol({ ...asked, port: await serve(office, closed) })).rejects.toMatchObject({
      code: 'PAIRING_CLOSED',
    });
  });

  it('says that there is nobody, or nobody who is a host', async () => {
    const plain = await listen(createPlainServer((_request, response) => response.end('hello')));
    await expect(enrol({ ...asked, port: plain })).rejects.toMatchObject({ code: 'NOT_A_HOST' });
    const old = await serve(office, deskOf(office.authority), 'TLSv1.2');
    await expect(enrol({ ...asked, port: old })).rejects.toMatchObject({ code: 'NOT_A_HOST' });
    const other = await listen(
      createServer({ cert: office.cert, key: office.key }, (_request, response) => response.end('{"ok":true}')),
    );
    await expect(enrol({ ...asked, port: other })).rejects.toMatchObject({
      code: 'NOT_A_HOST',
      params: { address: `127.0.0.1:${other}` },
    });
    const nobody = await listen(createPlainServer());
    for (const server of open.splice(-1)) server.close();
    await expect(enrol({ ...asked, port: nobody })).rejects.toMatchObject({ code: 'HOST_UNREACHABLE' });
  });
});
