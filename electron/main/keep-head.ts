import type { Office } from '#electron/server/office.ts';
import type { OfficeOpening } from './office.ts';

/** How often this PC writes down how far the log is, ms. */
const HEAD_EVERY_MS = 30_000;

/**
 * Compares the log with what this PC remembers, and remembers it from now on; tells the windows of this PC when it does not
 * fit, until somebody has settled it, and when another PC has taken the office over. Returns how to stop.
 */
export function keepHead(
  { terminals: { heads, superseded }, live }: Pick<Office, 'terminals' | 'live'>,
  { heads: keeper, terminal, line }: Pick<OfficeOpening, 'heads' | 'terminal' | 'line'>,
): () => void {
  const say = () => {
    const log = keeper.alarm();
    const elsewhere = superseded.found();
    line.tell({ ...(log === null ? {} : { log }), ...(elsewhere === null ? {} : { superseded: elsewhere }) });
  };
  const compare = () => {
    const kept = keeper.kept();
    keeper.told(heads.current(), kept === undefined ? 'fits' : heads.present(terminal, kept));
    say();
  };
  compare();
  const remember = () => {
    // What did not fit is compared anew: it may be settled by now.
    if (keeper.alarm() !== null) return compare();
    keeper.told(heads.current());
    keeper.settle();
  };
  const timer = setInterval(remember, HEAD_EVERY_MS).unref();
  const stopFollowing = live.onChange(() => {
    if (keeper.alarm() !== null) compare();
  });
  const stopHearing = superseded.onChange(say);
  return () => {
    clearInterval(timer);
    stopFollowing();
    stopHearing();
    remember();
    line.tell({});
  };
}
