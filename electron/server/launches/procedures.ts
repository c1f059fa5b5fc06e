import { allLaunches } from '#db/repositories/launches.ts';
import type { launches as launchesApi } from '#shared/api/launches.ts';
import type { Handlers } from '../kernel/handlers.ts';
import { call, callGroup, end, letGoBy, pause, pick } from './day.ts';
import { closeList, draw } from './draw.ts';
import { applyLaunchEvent, launchAt } from './launch-facts.ts';
import { saveLaunch } from './plan.ts';
import { launchDetail, launchRow } from './present.ts';
import { launchSlipHandlers } from './slips.ts';
import { launchTotals } from './totals.ts';

/** Handlers of launch day. */
export const launchesHandlers: Handlers<typeof launchesApi> = {
  list: (context) => allLaunches(context.db).map((launch) => launchRow(context, launch)),
  usual: ({ setting }) => ({
    intentMoney: setting('intentMoney'),
    pickSeconds: setting('launchPickSeconds'),
    pickHours: setting('launchPickHours'),
    passes: setting('launchPasses'),
  }),
  detail: (context, { launchId }) => launchDetail(context, launchAt(context.db, launchId)),
  save: saveLaunch,
  openRegistration: (context, { launchId, version }) => {
    const launch = launchAt(context.db, launchId);
    applyLaunchEvent(context, launch, 'openRegistration', { seen: version });
    context.happened({ kind: 'registrationOpened', noun: 'launches', id: launch.id, data: { number: launch.number } });
    return {};
  },
  closeList,
  draw,
  callGroup,
  call,
  pick,
  pass: (context, input) => letGoBy(context, input, 'pass'),
  noShow: (context, input) => letGoBy(context, input, 'noShow'),
  pause,
  end,
  ...launchSlipHandlers,
  totals: ({ db }, { launchId }) => launchTotals(db, launchAt(db, launchId)),
};
