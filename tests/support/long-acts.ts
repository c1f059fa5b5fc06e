import type { LongAct } from '#shared/kernel/long-act.ts';
import type { TestOffice } from './office.ts';

/** Waits until a long act has come to something. */
export function heard(desk: TestOffice, when: (act: LongAct) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const stop = desk.office.live.onChange(() => {
      const act = desk.office.live.longAct();
      if (act === null || !when(act)) return;
      stop();
      resolve();
    });
  });
}
