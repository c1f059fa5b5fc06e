import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState, RowsSkeleton } from '#renderer/components/data-states.tsx';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { ask } from '#renderer/lib/office.ts';
import { preferences } from '#renderer/lib/preferences.ts';
import { type Language, languages } from '#shared/domain/accounts/posts.ts';
import { KIOSK_CLEARS_MS } from '#shared/domain/kiosk/access.ts';
import { GuestForm } from '../components/guest-form.tsx';
import styles from '../components/kiosk.module.css';
import { LaunchBoard } from '../components/launch-board.tsx';
import { LeaveForm } from '../components/leave-form.tsx';
import { PriceBoard } from '../components/price-board.tsx';
import { Thanks } from '../components/thanks.tsx';
import { useIdle } from '../hooks/use-idle.ts';
import { useKioskWindow } from '../hooks/use-kiosk-window.ts';
import { useShownChanges } from '../hooks/use-shown-changes.ts';

type View = 'board' | 'guest' | 'thanks' | 'leave';

/** How often the session is asked for again: the screen is told of what it shows, and of nothing else. */
const AGAIN_MS = 20_000;

/** In which language the screen greets whoever comes next. */
const GREETING: Language = 'zh-CN';

/** The screen that faces the customers: the published prices, and a guest entering themselves. */
export function KioskScreen({ demo }: { demo: boolean }) {
  const { t } = useTranslation('kiosk');
  const client = useQueryClient();
  const language = useLanguage();
  const [view, setView] = useState<View>('board');
  /** Counts the guests: what one has typed or opened goes with them. */
  const [round, setRound] = useState(0);
  const board = useQuery(ask.kiosk.board({}));
  const launch = useQuery(ask.kiosk.launch({}));
  const session = useQuery({ ...ask.session.current({}), refetchInterval: AGAIN_MS });
  useKioskWindow();
  useShownChanges();
  useEffect(() => {
    // The address says where one is, and going back leads nowhere.
    window.history.replaceState(null, '', '#/kiosk');
  }, []);
  const clear = () => {
    setView('board');
    setRound((last) => last + 1);
    if (preferences.get().language !== GREETING) preferences.change({ language: GREETING });
  };
  useIdle(KIOSK_CLEARS_MS, clear);
  useEffect(() => {
    if (board.error !== null) void client.invalidateQueries({ queryKey: ['session'] });
  }, [board.error, client]);
  const projectName = board.data?.projectName ?? (session.data?.state === 'open' ? session.data.projectName : '');
  return (
    <main className={styles.screen} key={round}>
      <header className={styles.head}>
        <span className={styles.seal} aria-hidden="true">
          置
          <br />业
        </span>
        <div className={styles.title}>
          <h1>{projectName}</h1>
          <span>{board.data?.sellerName}</span>
        </div>
        <fieldset className={styles.languages} data-tabs aria-label={t('language')}>
          {languages.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === language}
              onClick={() => preferences.change({ language: one })}
            >
              {t(`languages.${one}`)}
            </button>
          ))}
        </fieldset>
        {view === 'board' && (
          <button type="button" className={styles.primary} onClick={() => setView('guest')}>
            {t('enter')}
          </button>
        )}
      </header>
      {view === 'board' &&
        (board.data === undefined ? (
          board.error === null ? (
            <RowsSkeleton rows={10} />
          ) : (
            <ErrorState error={board.error} whole onRetry={() => void board.refetch()} />
          )
        ) : launch.data ? (
          <LaunchBoard launch={launch.data} onLeave={() => setView('leave')} />
        ) : (
          <PriceBoard board={board.data} onLeave={() => setView('leave')} />
        ))}
      {view === 'guest' && (
        <GuestForm notice={board.data?.notices[language] ?? ''} onBack={clear} onEntered={() => setView('thanks')} />
      )}
      {view === 'thanks' && <Thanks onDone={clear} />}
      {view === 'leave' && (
        <LeaveForm
          demo={demo}
          onBack={clear}
          onLeft={() => void client.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'gate' })}
        />
      )}
    </main>
  );
}
