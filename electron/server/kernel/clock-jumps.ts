import type { Corridor } from './corridor.ts';
import type { OfficeTime } from './office-time.ts';

/** Writes down each jump of the PC's clock once, and that it is right again; every screen is told by it. */
export function clockJumps(corridor: Corridor, time: OfficeTime): () => Promise<void> {
  let told: number | null = null;
  return async () => {
    const jump = time.jump();
    const since = jump?.since ?? null;
    if (since === told) return;
    told = since;
    const kind = jump === null ? 'clockRight' : 'clockJumped';
    await corridor.act({
      procedure: `office.${kind}`,
      run: ({ happened }) =>
        happened({ kind, noun: 'office', id: 1, data: jump === null ? {} : { seconds: Math.round(jump.byMs / 1000) } }),
    });
  };
}
