/** A printer of this PC. */
export type Printer = {
  /** The name by which it is ordered. */
  readonly name: string;
  /** What people call it. */
  readonly title: string;
  readonly isDefault: boolean;
  readonly state: 'ready' | 'busy' | 'stopped';
  /** Its trays by the names of the printing system; none where it does not tell. */
  readonly trays: readonly string[];
};

/** How a job stands that is not through. */
export type Unfinished = 'held' | 'failed';

/** What is printed, and how. */
export type PrintOrder = {
  readonly printer: string;
  /** A PDF, its copies already marked. */
  readonly bytes: Uint8Array;
  /** How often the whole of it is printed; 1 where each copy has its own mark. */
  readonly copies: number;
  /** Name of the sheet as printing systems know it: `A4`, `A5`, `Custom.241x93mm`. */
  readonly media: string;
  /** Tray of the printer as the printing system names it; empty for its usual one. */
  readonly tray: string;
  /** Shown in the printer's queue: kind and number, nothing personal. */
  readonly title: string;
  readonly duplex: boolean;
};

/**
 * The printers of this PC. Rejects with DomainError: PRINTER_NOT_FOUND, PRINTER_STOPPED, PRINT_BROKEN_OFF or
 * PRINT_FAILED where nothing was taken, PRINT_OUTCOME_UNKNOWN where it may have been, PRINTING_UNAVAILABLE where the computer
 * has no printing service.
 */
export type PrintPort = {
  printers(): Promise<Printer[]>;
  /** Hands a paper to the queue of a printer; `jobId` is the queue's name for it. */
  print(order: PrintOrder): Promise<{ jobId: string }>;
  /**
   * Takes a job out of its queue, so that it can't come out later; false where it is not there any more, or can't be. Rejects
   * with PRINT_QUEUE_SILENT where the queue does not answer: the job may come out once it does.
   */
  withdraw(jobId: string): Promise<boolean>;
  /**
   * Of some jobs those that are not through: the queue still holds them, or says that it gave them up. Rejects with
   * PRINT_QUEUE_SILENT where it does not answer.
   */
  unfinished(jobIds: readonly string[]): Promise<ReadonlyMap<string, Unfinished>>;
};
