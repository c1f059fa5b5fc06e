import { expect, it } from 'vitest';
import { reopening } from '#electron/main/reopening.ts';
import { DomainError } from '#shared/kernel/errors.ts';

const doubt = new DomainError('DISK_BROKEN');

function reopened(open: () => Promise<void>) {
  const steps: string[] = [];
  const tell = reopening({
    close: () => Promise.resolve(void steps.push('closed')),
    open: () => Promise.resolve(void steps.push('opened')).then(open),
    failed: (error) => steps.push(`failed: ${String(error)}`),
    log: () => undefined,
  });
  return { steps, tell };
}

it('closes an office whose disk failed before it opens it anew, once for all who tell of it', async () => {
  const { steps, tell } = reopened(() => Promise.resolve());
  tell(doubt);
  tell(doubt);
  await expect.poll(() => steps).toEqual(['closed', 'opened']);
  tell(doubt);
  await expect.poll(() => steps).toEqual(['closed', 'opened', 'closed', 'opened']);
});

it('says so when the office does not open again', async () => {
  const { steps, tell } = reopened(() => Promise.reject(new Error('damaged')));
  tell(doubt);
  await expect.poll(() => steps).toEqual(['closed', 'opened', 'failed: Error: damaged']);
});
