/** The instant now, UTC milliseconds. */
export type Clock = () => number;

/** What the office's brain gets from outside (decision 5): the clock, and what is slow or belongs to a machine. */
export type KernelPorts = {
  readonly clock: Clock;
  /** A new UUID v7 for acts that the office starts itself. */
  readonly newId: () => string;
  /** Lines for the log file: never personal data. */
  readonly log: (level: 'info' | 'warn' | 'error', line: string) => void;
};

/** What the PC of an office gives to its backups. */
export type BackupHost = {
  /** The office's number and its page as it may lie beside its snapshots. Throws BACKUP_NO_KEY. */
  readonly page: () => { readonly officeId: string; readonly text: string };
  /** The place that this PC remembers for this office; null: none. */
  readonly place: () => string | null;
  readonly remember: (place: string) => void;
};
