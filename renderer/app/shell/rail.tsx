import {
  IconBuildingBank,
  IconBuildingSkyscraper,
  IconCalendarEvent,
  IconChartBar,
  IconFileText,
  IconKey,
  IconSettings,
  IconSpeakerphone,
  IconUserPlus,
  IconWallet,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Desk, FrameModel } from './frame-model.ts';
import styles from './rail.module.css';

const icons = {
  today: IconCalendarEvent,
  reception: IconUserPlus,
  sales: IconBuildingSkyscraper,
  contracts: IconFileText,
  money: IconWallet,
  warrants: IconBuildingBank,
  service: IconKey,
  reports: IconChartBar,
  planning: IconSpeakerphone,
  administration: IconSettings,
} as const satisfies Record<Desk, unknown>;

/** The rail of desks on the left, 72 px wide, with what waits at each. */
export function Rail({ desks }: Pick<FrameModel, 'desks'>) {
  const { t } = useTranslation('shell');
  return (
    <nav className={styles.rail} aria-label={t('desks.label')}>
      {/* The seal of the program: two characters as on a stamp, not a word to be read out. */}
      <span className={styles.seal} aria-hidden="true">
        置<br />业
      </span>
      <ul>
        {desks.map(({ desk, waiting = 0 }) => {
          const Icon = icons[desk];
          return (
            <li key={desk}>
              <Link to={`/${desk}`} activeProps={{ 'aria-current': 'page' }}>
                <Icon size={20} stroke={1.5} aria-hidden="true" />
                {waiting > 0 && (
                  <em aria-label={t('desks.waiting', { count: waiting })}>{waiting > 99 ? '99+' : waiting}</em>
                )}
                <span>{t(`desks.${desk}`)}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
