import type { ErrorFamily } from './errors.ts';

/** Refusals about the office's own files, its people and their sessions, and this computer. */
export const officeErrorCodes = {
  // office files
  DATABASE_KEY: 'refused',
  DATABASE_UNSAFE: 'internal',
  DATABASE_NEWER: 'refused',
  DATABASE_DAMAGED: 'internal',
  BACKUP_FAILED: 'internal',
  DISK_FULL: 'device',
  DISK_FAILED: 'device',
  OFFICE_IN_USE: 'refused',
  OFFICE_NOT_FOUND: 'notFound',
  OFFICE_EXISTS: 'duplicate',
  LOG_BROKEN: 'internal',
  // accounts and sessions
  LOGIN_FAILED: 'unauthenticated',
  LOGIN_LOCKED: 'unauthenticated',
  ACCOUNT_DISABLED: 'unauthenticated',
  SESSION_LOCKED: 'unauthenticated',
  PIN_WRONG: 'unauthenticated',
  PIN_NOT_SET: 'unauthenticated',
  PIN_DIGITS: 'invalid',
  PASSWORD_WEAK: 'invalid',
  LOGIN_NAME_TAKEN: 'duplicate',
  SETUP_DONE: 'refused',
  LAST_ADMINISTRATOR: 'refused',
  REQUEST_REUSED: 'duplicate',
  // long acts
  ACT_STOPPED: 'refused',
  ACT_BEFORE: 'refused',
  // this computer: office folder, passphrase, recovery code
  OFFICE_FOLDER_INVALID: 'refused',
  OFFICE_FOLDER_NEWER: 'refused',
  OFFICE_NOT_OPEN: 'refused',
  OFFICE_KEY_WRONG: 'refused',
  RECOVERY_CODE_LENGTH: 'invalid',
  RECOVERY_CODE_INVALID: 'invalid',
  RECOVERY_CODE_OTHER: 'invalid',
  PASSPHRASE_NEEDED: 'invalid',
  PASSPHRASE_SHORT: 'invalid',
  FILE_TOO_LARGE: 'invalid',
  // this computer as a terminal or as the host
  KEYCHAIN_MISSING: 'device',
  HOST_ADDRESS_INVALID: 'invalid',
  NOT_A_HOST: 'unreachable',
  IS_A_TERMINAL: 'refused',
  TERMINAL_IN_USE: 'refused',
  HOST_NETWORK_MISSING: 'device',
  // backups
  BACKUP_NO_PLACE: 'refused',
  BACKUP_NO_KEY: 'refused',
  BACKUP_PLACE_MISSING: 'device',
  BACKUP_PLACE_FULL: 'device',
  BACKUP_PLACE_READONLY: 'device',
  BACKUP_PLACE_INSIDE: 'invalid',
  BACKUP_BROKEN: 'internal',
  BACKUP_STOPPED: 'refused',
  BACKUP_RUNNING: 'refused',
  // moving the office
  RELOCATION_TARGET: 'invalid',
  RELOCATION_NO_KEY: 'refused',
} as const satisfies Record<string, ErrorFamily>;
