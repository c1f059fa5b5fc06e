import type { z } from 'zod';
import type { scans } from '#shared/api/scans.ts';

/** A scanned page as the office presents it. */
export type ScanPage = z.output<typeof scans.stack.output>['pages'][number];
/** What came back of a paper. */
export type PaperScans = z.output<typeof scans.ofPaper.output>;
