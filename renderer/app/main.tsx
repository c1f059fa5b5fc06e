// First of all: the one policy under which the component library may write its style text.
import './trusted-types.ts';
import '../theme/styles.ts';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { startI18n } from '../lib/i18n.ts';
import { createOfficeClock } from '../lib/office-clock.ts';
import { createQueryClient } from '../lib/query-client.ts';
import { publishStyleNonce } from '../lib/style-nonce.ts';
import { App } from './app.tsx';
import { Desk } from './desk.tsx';
import { Entrance } from './entrance/entrance.tsx';
import { Gate } from './entrance/gate.tsx';
import { Providers } from './providers.tsx';
import { RehearsalMark } from './rehearsal-mark.tsx';

publishStyleNonce();
startI18n();

/** What faces the customers is loaded only where it does. */
const KioskScreen = lazy(async () => ({
  default: (await import('#renderer/features/kiosk/screens/kiosk.tsx')).KioskScreen,
}));

const clock = createOfficeClock();
const container = document.getElementById('root');
if (!container) throw new Error('The page has no place for the program');
createRoot(container).render(
  <StrictMode>
    <Providers queryClient={createQueryClient()} clock={clock}>
      <RehearsalMark />
      <Gate>
        <Entrance>
          {(session) =>
            session.person.post === 'kiosk' ? (
              <Suspense>
                <KioskScreen demo={session.demo} />
              </Suspense>
            ) : (
              <Desk session={session} clock={clock}>
                <App />
              </Desk>
            )
          }
        </Entrance>
      </Gate>
    </Providers>
  </StrictMode>,
);
