import type { RestoredMark } from '#shared/domain/restores/mark.ts';
import type { DomainError } from '#shared/kernel/errors.ts';
import type { RenderPort } from './documents/render-port.ts';
import type { ListReader } from './imports/list-reader.ts';
import type { OfficeTime } from './kernel/office-time.ts';
import type { BackupHost, KernelPorts } from './kernel/ports.ts';
import type { OfficeRing } from './keys.ts';
import type { ScanReader } from './scans/scan-reader.ts';

/** What an office is opened with: its folder, its key, and what comes from outside. */
export type OfficeOptions = {
  readonly folder: string;
  readonly rootKey: Uint8Array;
  /** Its other keys, once its key was changed. */
  readonly ring?: OfficeRing | undefined;
  readonly demo?: boolean;
  /** Its setup was finished: there is a file, and without it no new one is begun. */
  readonly established?: boolean;
  /** It had moved away and was called back: it makes itself known as another host, which no terminal of the moved one takes for its own. */
  readonly returned?: boolean;
  /** It was restored from a backup, which is not written into it yet. */
  readonly restored?: RestoredMark | undefined;
  /** Name of this PC, as the log calls it where the office itself acts. */
  readonly pcName?: string;
  /** Version of the program. */
  readonly version?: string;
  readonly ports: KernelPorts;
  /** Bytes that are free on its disk, where a test says so. */
  readonly freeBytes?: () => Promise<number>;
  /** Bytes that are kept back on the disk for its last acts; an office opened by a script keeps none. */
  readonly reserve?: number;
  /** The time behind `ports.clock`, where that can go wrong; a test moves its clock as it likes. */
  readonly time?: OfficeTime;
  /** Makes the pages of papers; an office opened by a script that issues none goes without. */
  readonly render?: RenderPort;
  /** Reads price lists; an office that imports none goes without. */
  readonly lists?: ListReader;
  /** Reads scans; an office that takes none goes without. */
  readonly scanner?: ScanReader;
  /**
   * The module of the second thread, on which long acts are carried out. Without it they are carried out here, in one
   * go: for scripts and generated offices, where nobody is kept waiting.
   */
  readonly longActs?: string | URL;
  /** The module of the thread that copies the office to another place; without it the office can't move. */
  readonly moving?: string | URL;
  /** What the PC gives to the backups, and the module of their thread; without it the office makes none. */
  readonly backups?: BackupHost & { readonly worker: string | URL };
  /** How long a person's act waits for a long one before it is refused, ms. */
  readonly patienceMs?: number;
  /** Folder of the migrations; it travels with the program. */
  readonly migrations: string;
  readonly nativeBinding?: string | undefined;
  /**
   * Told once when a read, write or flush of the file failed or a page is damaged: nothing is done any more, and the office
   * is to be closed, opened anew and so checked.
   */
  readonly onDoubt?: (refusal: DomainError) => void;
  /** How often the office looks at its own clock, ms; null for a test that winds it by hand. */
  readonly tickEveryMs?: number | null;
};
