import { v7 } from 'uuid';
import { button, type Words } from '#tests/e2e/pages/stage.ts';
import { officeWindow, PASSWORD } from '#tests/e2e/support/found-office.ts';
import type { Launched } from '#tests/e2e/support/launch.ts';
import type { FullClient } from '#tests/e2e/support/page-client.ts';
import { hostOf, joinByScreen } from '#tests/e2e/support/second-pc.ts';
import { freePort } from '#tests/support/free-port.ts';
import type { Screen } from './screen.ts';

type Steps = Exclude<Screen['steps'], undefined>;
type After = Exclude<Screen['after'], undefined>;

/** Pairs the PC of one run with the office of another, whose window it answers: the host's, with an administrator in it. */
export async function pairPcs(host: Launched, terminal: Launched): Promise<FullClient> {
  const office = await officeWindow(host);
  await office.session.login({ requestId: v7(), data: { loginName: 'administrator', password: PASSWORD } });
  await joinByScreen(terminal, await hostOf(office, await freePort()), '前台接待');
  return office;
}

/** Opens what the top bar tells of the line. */
export const openLive: Steps = async (page, { shell }) => {
  await page.getByRole('banner').getByRole('button', { name: shell.live.online }).click();
  await page.getByText('127.0.0.1').waitFor();
};

/** The host goes away while somebody works. */
export const cutLink: Steps = async (page, { shell }, office) => {
  await office?.device.host.stop({});
  await page.getByText(shell.cut.readOnly).waitFor();
};

/** The host is away when the program is opened. */
export const openWithoutHost: Steps = async (page, { entrance }, office) => {
  await office?.device.host.stop({});
  await page.reload();
  await page.getByRole('heading', { name: entrance.line.notThere }).waitFor();
};

/** The host is there again. */
export const hostComesBack: After = async (_page, _words, office) => {
  if (office === undefined) return;
  const { port, interface: network } = await office.device.host.state({});
  await office.device.host.start({ port, interface: network, autostart: false });
};

/** Somebody revokes the terminal. */
export const revokeTerminal: Steps = async (page, { entrance }, office) => {
  const terminal = (await office?.terminals.list({}))?.find(({ state }) => state === 'active');
  if (terminal === undefined) throw new Error('No terminal is paired');
  const data = { terminalId: terminal.id, version: terminal.version };
  await office?.terminals.revoke({ requestId: v7(), data });
  await page.getByRole('heading', { name: entrance.line.unpaired }).waitFor();
};

/** It is paired again, for the next picture. */
export const pairAgain: After = async (page, { entrance }, office) => {
  await office?.terminals.openPairing({ requestId: v7(), data: { kind: 'one' } });
  await button(page, entrance.line.pairAgain).click();
  await page.getByLabel(entrance.join.code).fill((await office?.terminals.pairing({}))?.open?.code ?? '');
  await page.getByRole('button', { name: entrance.join.pair, exact: true }).click();
  await page.getByLabel(entrance.loginName).waitFor();
};

/** Goes to join an office, and types where its host would be. */
export const fillJoin: Steps = async (page, { entrance }) => {
  await openJoin(page, entrance);
  await page.getByLabel(entrance.join.address).fill('192.168.1.20:8443');
  await page.getByLabel(entrance.join.code).pressSequentially('k7qf2m9d');
};

/** Nobody is where the host should be. */
export const joinNobody: Steps = async (page, { entrance }) => {
  await openJoin(page, entrance);
  await page.getByLabel(entrance.join.address).fill('127.0.0.1:9');
  await page.getByLabel(entrance.join.code).pressSequentially('k7qf2m9d');
  await page.getByRole('button', { name: entrance.join.pair, exact: true }).click();
  await page.getByRole('alert').waitFor();
};

async function openJoin(page: Parameters<Steps>[0], entrance: Words['entrance']): Promise<void> {
  await page.getByRole('button', { name: entrance.join.way }).click();
  await page.getByRole('heading', { name: entrance.join.title }).waitFor();
  await page.getByText(entrance.join.looking).waitFor({ state: 'detached' });
}
