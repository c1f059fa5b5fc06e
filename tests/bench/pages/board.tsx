import '#renderer/theme/styles.ts';
import { createHashHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { Providers } from '#renderer/app/providers.tsx';
import { BoardScreen } from '#renderer/features/units/screens/board.tsx';
import { startI18n } from '#renderer/lib/i18n.ts';
import { useLiveChanges } from '#renderer/lib/live.ts';
import { createOfficeClock } from '#renderer/lib/office-clock.ts';
import { createQueryClient } from '#renderer/lib/query-client.ts';
import { portMessage } from '#shared/api/bridge.ts';
import type { FromOffice, ToOffice } from './fake-office.ts';
import Office from './fake-office.ts?worker&inline';

/** What the bench asks of the page. */
export type BoardPage = {
  /** From the answer with 5,000 units to the first frame that shows cells, ms. */
  readonly firstPaint: () => Promise<number>;
  /** Times between frames in ms while `changes` of the cells in view change in each of them. */
  readonly frames: (count: number, changes: number) => Promise<number[]>;
  /** How many cells the board has asked for again so far. */
  readonly asked: () => number;
  readonly drawn: () => number;
};

declare global {
  interface Window {
    board: BoardPage;
  }
}

// The program's own screen, theme, client and live changes; only the office behind the port lives in the page.
const office = new Office();
let said: FromOffice = { asked: 0, answeredAt: 0 };
office.addEventListener('message', (event: MessageEvent<FromOffice>) => {
  said = event.data;
});
function toOffice(message: ToOffice, ports: MessagePort[] = []): void {
  office.postMessage(message, ports);
}
Object.assign(window, {
  zhiye: {
    info: {},
    connect: () => {
      const { port1, port2 } = new MessageChannel();
      toOffice({ connect: true }, [port2]);
      window.postMessage(portMessage, '*', [port1]);
    },
  },
});
location.hash = '#/sales/board';
startI18n();

function Stage() {
  useLiveChanges();
  return (
    <div style={{ height: '100vh', display: 'flex', flexDirection: 'column' }}>
      <BoardScreen />
    </div>
  );
}

const root = createRootRoute();
const board = createRoute({ getParentRoute: () => root, path: '/sales/board', component: Stage });
const router = createRouter({ routeTree: root.addChildren([board]), history: createHashHistory() });

const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

const painted = (async () => {
  while (document.querySelector('[data-unit]') === null) await nextFrame();
  // The frame after the one that has the cells begins when that is on the screen.
  return performance.timeOrigin + (await nextFrame()) - said.answeredAt;
})();

const container = document.getElementById('root');
if (container === null) throw new Error('The page has no place for the board');
createRoot(container).render(
  <Providers queryClient={createQueryClient()} clock={createOfficeClock()}>
    <RouterProvider router={router} />
  </Providers>,
);

function inView(): number[] {
  return [...document.querySelectorAll<HTMLElement>('[data-unit]')].map(({ dataset }) => Number(dataset['unit']));
}

window.board = {
  firstPaint: () => painted,
  frames: async (count, changes) => {
    const units = inView();
    const times: number[] = [];
    let last = await nextFrame();
    for (let frame = 0; frame < count; frame += 1) {
      // A different stretch of the cells in view each time.
      if (changes > 0)
        toOffice({
          change: Array.from({ length: changes }, (_, index) => units[(frame * 61 + index) % units.length] ?? 0),
        });
      const now = await nextFrame();
      times.push(now - last);
      last = now;
    }
    return times;
  },
  asked: () => said.asked,
  drawn: () => inView().length,
};
