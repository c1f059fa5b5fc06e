import type { Log } from '#electron/device/log.ts';
import type { DomainError } from '#shared/kernel/errors.ts';

export type ReopeningPorts = {
  /** Lets terminals and windows go and closes the office; they come back by themselves. */
  readonly close: () => Promise<void>;
  /** Opens the same office again, which checks it. */
  readonly open: () => Promise<void>;
  /** The office could not be opened again. */
  readonly failed: (error: unknown) => void;
  readonly log: Log;
};

/**
 * What becomes of an office whose disk failed or whose file is damaged: it is closed, opened anew and so checked, and only
 * then goes on. Whoever tells of it again meanwhile waits for the same.
 */
export function reopening({ close, open, failed, log }: ReopeningPorts): (doubt: DomainError) => void {
  let running = false;
  return (doubt) => {
    if (running) return;
    running = true;
    log('error', `the office is opened anew: ${doubt.code}`);
    const again = async (): Promise<void> => {
      await close();
      await open();
      log('warn', 'the office is open again');
    };
    void again()
      .catch(failed)
      .finally(() => {
        running = false;
      });
  };
}
