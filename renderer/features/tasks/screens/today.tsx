import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loaded } from '#renderer/components/data-states.tsx';
import { Page, PageHeader } from '#renderer/components/page.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { formatDayTitle } from '#renderer/lib/format.ts';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { ask } from '#renderer/lib/office.ts';
import type { Permission } from '#shared/domain/accounts/permissions.ts';
import { News, Reminders, Visitors } from '../components/day-lists.tsx';
import { Figures } from '../components/figures.tsx';
import { Rota } from '../components/rota.tsx';
import { TaskList } from '../components/task-list.tsx';
import styles from './today.module.css';

/** Every role's home: what I must do now, in order of deadline, and how the day stands. */
export function TodayScreen() {
  const { t } = useTranslation('tasks');
  const language = useLanguage();
  const today = useToday();
  const day = useQuery(ask.tasks.today({}));
  const session = useQuery(ask.session.current({}));
  const permissions = session.data?.state === 'open' ? session.data.person.permissions : [];
  const may = (permission: Permission): boolean => permissions.includes(permission);
  return (
    <Page
      header={
        <PageHeader
          title={formatDayTitle(day.data?.day ?? today, language)}
          sub={day.data && may('board.read') ? t('summary', { count: day.data.figures.available }) : ''}
          actions={
            <>
              {may('visits.write') && (
                <Button variant="default" component={Link} to="/reception">
                  {t('registerVisit')}
                </Button>
              )}
              {may('board.read') && (
                <Button variant="default" component={Link} to="/sales/board">
                  {t('openBoard')}
                </Button>
              )}
            </>
          }
        />
      }
    >
      <Loaded query={day} skeletonRows={14}>
        {(found) => (
          <div className={styles.columns}>
            <div className={styles.tasks}>
              <TaskList day={found} />
            </div>
            <div className={styles.day}>
              {may('visits.read') && <Rota day={found.day} />}
              {found.figures.rows.length > 0 && <Figures figures={found.figures} />}
              <Reminders reminders={found.reminders} />
              {may('visits.read') && <Visitors visitors={found.visitors} />}
              {may('board.read') && (
                <div className={styles.tall}>
                  <News news={found.news} />
                </div>
              )}
            </div>
          </div>
        )}
      </Loaded>
    </Page>
  );
}
