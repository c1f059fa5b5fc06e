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

/** How prints stand in the queues of this PC. Those of other PCs can't be asked for: they count as through. */
export async function queueStandings<Job extends QueuedJob>(
  jobs: readonly Job[],
): Promise<ReadonlyMap<Job, QueueStanding>> {
  const mine = jobs.filter(({ here, jobName }) => here && jobName !== '');
  const through = new Map(jobs.map((job): [Job, QueueStanding] => [job, 'through']));
  if (mine.length === 0) return through;
  try {
    const { printers } = await thisPc();
    const found = await printers.unfinished({ jobIds: mine.map(({ jobName }) => jobName) });
    const standings = new Map(found.map(({ jobId, standing }) => [jobId, standing]));
    return new Map([...through, ...mine.map((job) => [job, standings.get(job.jobName) ?? 'through'] as const)]);
  } catch {
    return new Map([...through, ...mine.map((job) => [job, 'silent'] as const)]);
  }
}

/** The same of one print. */
export async function queueStanding(job: QueuedJob): Promise<QueueStanding> {
  return (await queueStandings([job])).get(job) ?? 'through';
}
