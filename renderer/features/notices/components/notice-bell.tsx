import { ActionIcon, Popover, Tooltip } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useHotkey } from '#renderer/lib/hotkeys.ts';
import { ask } from '#renderer/lib/office.ts';
import { type DueToday, NoticePanel } from './notice-panel.tsx';
import styles from './notices.module.css';

/** Three digits would push the bar about; whoever has that many unread does not count them. */
const MOST_COUNTED = 99;

type NoticeBellProps = { opened: boolean; onChange: (opened: boolean) => void; due: DueToday };

/** The bell of the top bar: how many notices are unread, and all of them behind it. Alt+N opens it from anywhere. */
export function NoticeBell({ opened, onChange, due }: NoticeBellProps) {
  const { t } = useTranslation('notices');
  const list = useQuery(ask.notices.list({}));
  useHotkey('Alt+N', () => onChange(!opened));
  const unread = list.data?.unread ?? 0;
  const label = unread === 0 ? t('openNone') : t('open', { count: unread });
  return (
    <Popover position="bottom-end" width={440} shadow="md" opened={opened} onChange={onChange} trapFocus returnFocus>
      <Popover.Target>
        <Tooltip label={t('key')} disabled={opened}>
          <ActionIcon
            className={styles.bell}
            variant="subtle"
            color="gray"
            aria-label={label}
            aria-keyshortcuts="Alt+N"
            onClick={() => onChange(!opened)}
          >
            <IconBell size={17} stroke={1.6} />
            {unread > 0 && <em aria-hidden="true">{unread > MOST_COUNTED ? `${MOST_COUNTED}+` : unread}</em>}
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown className={styles.dropdown} aria-label={t('title')} tabIndex={-1}>
        <NoticePanel list={list} due={due} onClose={() => onChange(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}
