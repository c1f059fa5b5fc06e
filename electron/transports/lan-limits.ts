import { type RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError } from '#shared/kernel/errors.ts';

/** Takes a point of a limit. Throws TOO_MANY_REQUESTS with the seconds to wait when there is none left. */
export async function take(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (spent) {
    throw refused(spent);
  }
}

function refused(spent: unknown): unknown {
  if (!(spent instanceof RateLimiterRes)) return spent;
  return new DomainError('TOO_MANY_REQUESTS', { seconds: Math.max(1, Math.ceil(spent.msBeforeNext / 1000)) });
}
