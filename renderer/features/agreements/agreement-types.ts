import type { z } from 'zod';
import type { agreements } from '#shared/api/agreements.ts';

/** An agreement with everything that its page shows. */
export type AgreementDetail = z.output<typeof agreements.detail.output>;
