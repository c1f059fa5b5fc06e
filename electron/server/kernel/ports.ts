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
