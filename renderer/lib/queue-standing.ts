import { thisPc } from './office.ts';

/** A print as far as its queue is asked for it. */
type QueuedJob = {
  /** The queue's name of the job; empty until the printer took it. */
  readonly jobName: string;
  /** True where the queue is this PC's. */
  readonly here: boolean;
};

/** How a print stands in its queue: through, still held, given up, or not known because the queue does not answer. */
type QueueStanding = 'through' | 'held' | 'failed' | 'silent';

/** How long a queue that still holds a job is asked again, ms: it lets go of it a moment after the printer has it. */
const GRACE_MS = 6000;
const ASK_EVERY_MS = 500;

/**
 * How prints stand in the queues of this PC. Those of other PCs can't be asked for: they count as through. One that is
 * held is given a moment before it is said.
 */
export async function queueStandings<Job extends QueuedJob>(
  jobs: readonly Job[],
): Promise<ReadonlyMap<Job, QueueStanding>> {
  const mine = jobs.filter(({ here, jobName }) => here && jobName !== '');
  const through = new Map(jobs.map((job): [Job, QueueStanding] => [job, 'through']));
  if (mine.length === 0) return through;
  try {
    const standings = await settledStandings(mine.map(({ jobName }) => jobName));
    return new Map([...through, ...mine.map((job) => [job, standings.get(job.jobName) ?? 'through'] as const)]);
  } catch {
    return new Map([...through, ...mine.map((job) => [job, 'silent'] as const)]);
  }
}

async function settledStandings(jobIds: string[]): Promise<ReadonlyMap<string, 'held' | 'failed'>> {
  const { printers } = await thisPc();
  for (let waited = 0; ; waited += ASK_EVERY_MS) {
    const found = await printers.unfinished({ jobIds });
    if (waited >= GRACE_MS || found.every(({ standing }) => standing !== 'held'))
      return new Map(found.map(({ jobId, standing }) => [jobId, standing]));
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
}

/** The same of one print. */
export async function queueStanding(job: QueuedJob): Promise<QueueStanding> {
  return (await queueStandings([job])).get(job) ?? 'through';
}
