import { createORPCClient } from '@orpc/client';
import { v7 } from 'uuid';
import { enrol } from '#electron/lan/enrol.ts';
import { openLink } from '#electron/transports/lan-link.ts';
import type { OfficeClient } from '#shared/api/index.ts';
import type { Post } from '#shared/domain/accounts/posts.ts';
import type { TerminalDesk } from '#shared/domain/terminals/desks.ts';
import type { FullClient } from '#tests/e2e/support/page-client.ts';
import { freePort } from '#tests/support/free-port.ts';

type Shown = { readonly name: string; readonly desks?: TerminalDesk[]; readonly seats: readonly Post[] };

/** Terminals of the pictures: one with two windows, one that is away, one where the back office sits. */
const shown: readonly Shown[] = [
  { name: '接待台 1', desks: ['today', 'reception', 'sales'], seats: ['consultant', 'supervisor'] },
  { name: '签约室', desks: ['contracts', 'money'], seats: [] },
  { name: '内勤', seats: ['backOffice'] },
  { name: '旧笔记本', seats: [] },
];

const program = '0.1.0';
const host = '127.0.0.1';

/** The page of the terminals, with some that were paired and where people are at work. */
export async function withTerminals(office: FullClient): Promise<string> {
  const page = '/administration/terminals';
  if ((await office.terminals.list({})).length > 0) return page;
  const port = await freePort();
  await office.device.host.start({ port, interface: null, autostart: false });
  for (const terminal of shown) await pair(office, port, terminal);
  const old = (await office.terminals.list({})).find(({ name }) => name === shown.at(-1)?.name);
  if (old !== undefined)
    await office.terminals.revoke({ requestId: v7(), data: { terminalId: old.id, version: old.version } });
  return page;
}

async function pair(office: FullClient, port: number, { name, desks, seats }: Shown): Promise<void> {
  await office.terminals.openPairing({ requestId: v7(), data: { kind: 'one' } });
  const { open } = await office.terminals.pairing({});
  const { token, authority } = await enrol({ address: host, port, code: open?.code ?? '', name, program, token: null });
  const paired = (await office.terminals.list({})).find((one) => one.name === name);
  if (paired === undefined) throw new Error(`${name} was not paired`);
  if (desks !== undefined)
    await office.terminals.limit({ requestId: v7(), data: { terminalId: paired.id, version: paired.version, desks } });
  const people = await office.accounts.list({});
  for (const seat of seats) {
    const { link } = await openLink({ host, port, authority, token, program }, undefined, new AbortController().signal);
    const person = people.find(({ post }) => post === seat);
    if (link === undefined || person === undefined) throw new Error(`Nobody can sit down at ${name}`);
    const window = createORPCClient(link.carrier) as unknown as OfficeClient;
    await window.session.enterDemo({ requestId: v7(), data: { accountId: person.id } });
  }
}
