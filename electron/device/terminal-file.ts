import { renameSync, rmSync } from 'node:fs';
import { z } from 'zod';
import { DomainError } from '#shared/kernel/errors.ts';
import { readFileIfThere, writeFileAtomic } from './atomic-file.ts';
import type { Keychain } from './keychain.ts';

/** What a PC knows of the office whose terminal it is. The token lets it in, so all of it is sealed by the keychain. */
export const terminalPairingSchema = z.strictObject({
  officeId: z.uuid(),
  officeName: z.string().min(1).max(200),
  /** Name or address of the host, as it was typed or found. */
  address: z.string().min(1).max(253),
  port: z.int().min(1).max(65_535),
  /** The certificate of the office's own authority (PEM): no other host is believed. */
  authority: z.string().min(1).max(10_000),
  terminalName: z.string().min(1).max(60),
  /** Shown once by the host when this PC was paired; whoever has it is this terminal. */
  token: z.string().min(1).max(200),
  /** 32 bytes, base64: what the outbox is encrypted with. */
  outboxKey: z.base64(),
  /** The host of the highest epoch that it has met: a copy of the office that was left behind has a lower one. */
  standing: z.strictObject({ epoch: z.int().positive(), host: z.string().min(1).max(64) }).exactOptional(),
});
export type TerminalPairing = z.infer<typeof terminalPairingSchema>;

const fileSchema = z.strictObject({ format: z.literal('zhiye-terminal'), version: z.literal(1), sealed: z.base64() });

export type TerminalFile = {
  /** The pairing, or undefined on a PC that is no terminal; `unreadable` where the keychain does not open it any more. */
  readonly read: () => Promise<TerminalPairing | 'unreadable' | undefined>;
  /** Throws `KEYCHAIN_MISSING` where nothing could guard the token. */
  readonly write: (pairing: TerminalPairing) => Promise<void>;
  /** Throws `KEYCHAIN_MISSING` beforehand, so that no code of the host is used up in vain. */
  readonly assertKeychain: () => Promise<void>;
  readonly remove: () => void;
};

/**
 * The small file that makes a PC a terminal. One that can't be opened (another user of the PC, a keyring that was reset) is
 * put aside as `.broken`: the PC pairs anew, and nothing is lost but acts in doubt.
 */
export function terminalFile(file: string, keychain: Keychain): TerminalFile {
  const assertKeychain = async (): Promise<void> => {
    if (!(await keychain.available())) throw new DomainError('KEYCHAIN_MISSING');
  };
  return {
    assertKeychain,
    read: async () => {
      const text = readFileIfThere(file);
      if (text === undefined) return undefined;
      try {
        const { sealed } = fileSchema.parse(JSON.parse(text));
        return terminalPairingSchema.parse(JSON.parse(await keychain.open(Buffer.from(sealed, 'base64'))));
      } catch {
        renameSync(file, `${file}.broken`);
        return 'unreadable';
      }
    },
    write: async (pairing) => {
      await assertKeychain();
      const sealed = await keychain.seal(JSON.stringify(terminalPairingSchema.parse(pairing)));
      const content = { format: 'zhiye-terminal', version: 1, sealed: sealed.toString('base64') };
      writeFileAtomic(file, `${JSON.stringify(content)}\n`);
    },
    remove: () => rmSync(file, { force: true }),
  };
}
