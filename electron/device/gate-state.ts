import type { Arrival } from '#shared/domain/relocation/arrival.ts';
import type { Refusal } from '#shared/kernel/errors.ts';

/** Where the way from a folder to an open office stands. `arrival`: it came from another PC and is not moved in yet. */
export type GateState =
  /** No office in the folder yet; without a keychain founding one takes a passphrase. `missing`: where one used to be. */
  | { readonly kind: 'absent'; readonly keychain: boolean; readonly missing: string | null }
  /** A demonstration is being furnished; `done` from 0 to 1. */
  | { readonly kind: 'preparing'; readonly done: number }
  | { readonly kind: 'locked'; readonly ways: readonly ('passphrase' | 'recovery')[]; readonly arrival?: Arrival }
  /** The office went from here into another folder (`at`: UTC ms). */
  | { readonly kind: 'moved'; readonly at: number; readonly to: string }
  /** It is here and can't be read; nothing of it is changed or taken away. */
  | { readonly kind: 'damaged'; readonly refusal: Refusal }
  /** It is closed while a backup may take its place. */
  | { readonly kind: 'restoring' }
  /** It is closed while its keys are changed. */
  | { readonly kind: 'rekeying' }
  | {
      readonly kind: 'open';
      readonly officeId: string;
      readonly demo: boolean;
      readonly recoveryCode: boolean;
      readonly arrival?: Arrival;
    };
