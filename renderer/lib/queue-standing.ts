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
    const { printers } = await thisPc();
    const standings = await settledStandings(
      printers.unfinished,
      mine.map(({ jobName }) => jobName),
    );
    return new Map([...through, ...mine.map((job) => [job, standings.get(job.jobName) ?? 'through'] as const)]);
  } catch {
    return new Map([...through, ...mine.map((job) => [job, 'silent'] as const)]);
  }
}

/** What a queue says of jobs that are not through. */
type Unfinished = (typed: {
  jobIds: string[];
}) => Promise<readonly { readonly jobId: string; readonly standing: 'held' | 'failed' }[]>;

/**
 * How jobs stand once their queue has come to rest: it lets go of a job a moment after the printer has it, so it is asked
 * again, every so many ms and for so long, while it holds one. Jobs that are through are not named.
 */
export async function settledStandings(
  ask: Unfinished,
  jobIds: string[],
  { graceMs = 6000, everyMs = 500 } = {},
): Promise<ReadonlyMap<string, 'held' | 'failed'>> {
  for (let waited = 0; ; waited += everyMs) {
    const found = await ask({ jobIds });
    if (waited >= graceMs || found.every(({ standing }) => standing !== 'held'))
      return new Map(found.map(({ jobId, standing }) => [jobId, standing]));
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}

/** The same of one print. */
export async function queueStanding(job: QueuedJob): Promise<QueueStanding> {
  return (await queueStandings([job])).get(job) ?? 'through';
}
