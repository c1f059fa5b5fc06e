import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { has } from './page-codes.ts';

/** The independent tool, of the Debian package of the same name. */
const scanner: string = 'sslscan';

/** True where what a host speaks can be looked at from outside. */
export const canScanTls = has(scanner);

/** What an independent tool found that a host speaks. */
export type TlsScan = {
  readonly protocols: readonly string[];
  readonly ciphers: readonly { readonly name: string; readonly bits: number; readonly strength: string }[];
  readonly groups: readonly { readonly name: string; readonly bits: number }[];
  readonly signature: string;
  readonly compression: boolean;
  readonly renegotiation: boolean;
  readonly heartbleed: boolean;
};

/** Tries every protocol, cipher and group at a port of this computer. */
export async function scanTls(port: number): Promise<TlsScan> {
  const { stdout } = await promisify(execFile)(scanner, ['--xml=-', '--no-colour', `127.0.0.1:${port}`]);
  const all = (element: string) => elementsOf(stdout, element);
  return {
    protocols: all('protocol')
      .filter(({ enabled }) => enabled === '1')
      .map(({ type, version }) => `${type} ${version}`),
    ciphers: all('cipher').map(({ cipher = '', bits, strength = '' }) => ({
      name: cipher,
      bits: Number(bits),
      strength,
    })),
    groups: all('group').map(({ name = '', bits }) => ({ name, bits: Number(bits) })),
    signature: /<signature-algorithm>(.*?)</.exec(stdout)?.[1] ?? '',
    compression: all('compression').some(({ supported }) => supported === '1'),
    renegotiation: all('renegotiation').some(({ supported }) => supported === '1'),
    heartbleed: all('heartbleed').some(({ vulnerable }) => vulnerable === '1'),
  };
}

/** The attributes of every element of a name; the tool writes each element on a line of its own. */
function elementsOf(xml: string, name: string): Record<string, string>[] {
  return [...xml.matchAll(new RegExp(`<${name} ([^>]*)/?>`, 'g'))].map(([, attributes = '']) =>
    Object.fromEntries([...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value])),
  );
}
