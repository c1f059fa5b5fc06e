/** The part of Electron's `safeStorage` that is used; 33 has the synchronous calls only, 46 the asynchronous only. */
export type SafeStorageLike = {
  isAsyncEncryptionAvailable?: () => Promise<boolean>;
  encryptStringAsync?: (text: string) => Promise<Buffer>;
  decryptStringAsync?: (sealed: Buffer) => Promise<{ result: string }>;
  isEncryptionAvailable?: () => boolean;
  encryptString?: (text: string) => Buffer;
  decryptString?: (sealed: Buffer) => string;
  getSelectedStorageBackend?: () => string;
  setUsePlainTextEncryption?: (plain: boolean) => void;
};

/** The keychain of this PC's user. */
export type Keychain = {
  /** Name of what keeps the secret; a change is told, for secrets sealed by another can't be opened. */
  readonly backend: string;
  readonly available: () => Promise<boolean>;
  readonly seal: (text: string) => Promise<Buffer>;
  /** Throws where the secret belongs to another user, PC or keychain. */
  readonly open: (sealed: Buffer) => Promise<string>;
};

export type KeychainOptions = {
  readonly platform: string;
  /** Only for tests: seals with a fixed key where the machine has no keychain. */
  readonly plainTextForTests?: boolean;
};

/**
 * The keychain over whichever calls this Electron has. Call after the app is ready. On Linux without a keyring Electron
 * would seal with a fixed key (`basic_text`): that protects nothing, so it counts as no keychain outside tests.
 */
export function keychainOf(storage: SafeStorageLike, options: KeychainOptions): Keychain {
  const plain = options.plainTextForTests === true;
  if (plain) storage.setUsePlainTextEncryption?.(true);
  const backend =
    options.platform === 'linux' ? (storage.getSelectedStorageBackend?.() ?? 'unknown') : options.platform;
  const hollow = backend === 'basic_text' || backend === 'unknown';
  // The plain-text switch works on the synchronous calls, so tests stay on them.
  const asynchronous = !plain && storage.isAsyncEncryptionAvailable !== undefined;
  return {
    backend,
    available: async () => {
      if (hollow && !plain) return false;
      if (asynchronous) return (await storage.isAsyncEncryptionAvailable?.()) ?? false;
      return storage.isEncryptionAvailable?.() ?? false;
    },
    seal: async (text) => {
      if (asynchronous && storage.encryptStringAsync) return await storage.encryptStringAsync(text);
      if (storage.encryptString) return storage.encryptString(text);
      throw new Error('This Electron has no safeStorage');
    },
    open: async (sealed) => {
      if (asynchronous && storage.decryptStringAsync) return (await storage.decryptStringAsync(sealed)).result;
      if (storage.decryptString) return storage.decryptString(sealed);
      throw new Error('This Electron has no safeStorage');
    },
  };
}
