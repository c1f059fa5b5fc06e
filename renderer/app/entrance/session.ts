import type { z } from 'zod';
import type { session } from '#shared/api/session.ts';

/** The answer to `session.current`. */
type Current = z.output<(typeof session)['current']['output']>;

/** Somebody is at work: who, where, on which business day. */
export type OpenSession = Extract<Current, { state: 'open' }>;
