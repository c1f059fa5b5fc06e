import { v7 } from 'uuid';
import type { Launched } from './launch.ts';
import type { FullClient } from './page-client.ts';

/** A host as a test of terminals sees it. */
export type TestHost = {
  readonly port: number;
  /** A window of the host where an administrator is logged in. */
  readonly office: FullClient;
  /** Opens pairing for one terminal; the code as the host shows it. */
  readonly code: () => Promise<string>;
  /** Lets terminals in again after `stop`. */
  readonly start: () => Promise<unknown>;
  readonly stop: () => Promise<unknown>;
};

/** Turns a PC into the host of its office; `office` is one of its windows, with an administrator logged in. */
export async function hostOf(office: FullClient, port: number): Promise<TestHost> {
  const start = () => office.device.host.start({ port, interface: null, autostart: false });
  await start();
  return {
    port,
    office,
    start,
    stop: () => office.device.host.stop({}),
    code: async () => {
      await office.terminals.openPairing({ requestId: v7(), data: { kind: 'one' } });
      return (await office.terminals.pairing({})).open?.code ?? '';
    },
  };
}

/** Pairs the PC of a run at its first start, by its screens. */
export async function joinByScreen({ page }: Launched, host: TestHost, name: string): Promise<void> {
  await page.getByRole('button', { name: /加入案场，作为终端/ }).click();
  await page.getByLabel('主机地址').fill(`127.0.0.1:${host.port}`);
  await page.getByLabel('配对码').fill(await host.code());
  await page.getByLabel('本终端名称').fill(name);
  await page.getByRole('button', { name: '配对', exact: true }).click();
  await page.getByRole('heading', { name: /^登录/ }).waitFor();
}
