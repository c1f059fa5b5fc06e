import { Button } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { EmptyState, Loaded } from '#renderer/components/data-states.tsx';
import { moveCursor } from '#renderer/components/data-table-model.ts';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { DateTimeText } from '#renderer/components/values.tsx';
import { act } from '#renderer/lib/office.ts';
import { usePerson } from '#renderer/lib/person.ts';
import { placeOfRecord } from '#renderer/lib/record-places.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { notices } from '#shared/api/notices.ts';
import { NOTICE_DAYS } from '#shared/domain/notices/rules.ts';
import { type Notice, useNoticeSentence } from '../hooks/use-notice-words.ts';
import styles from './notices.module.css';

type List = z.output<typeof notices.list.output>;

/** What Today counts: deadlines are not told here, since they stay until they are met and are never read away. */
export type DueToday = { readonly count: number; readonly late: number };

type NoticePanelProps = { list: UseQueryResult<List>; due: DueToday; onClose: () => void };

/** Own notices, newest first. Arrow keys choose, Enter opens the record and marks the notice as read. */
export function NoticePanel({ list, due, onClose }: NoticePanelProps) {
  const { t } = useTranslation('notices');
  const readAll = useCommand(act.notices.readAll);
  const unread = list.data?.unread ?? 0;
  const newest = list.data?.newest ?? 0;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const links = [...event.currentTarget.querySelectorAll<HTMLElement>('a[data-notice]')];
    const from = links.findIndex((link) => link === document.activeElement);
    const next = moveCursor(event.key, from, links.length, 8);
    if (next === undefined) return;
    event.preventDefault();
    links[next]?.focus();
  };
  return (
    <section className={styles.panel} aria-label={t('title')} onKeyDown={onKeyDown}>
      <header className={styles.head}>
        <h2>{t('title')}</h2>
        <span>{unread > 0 && t('unread', { count: unread })}</span>
        <Button
          variant="subtle"
          size="compact-sm"
          disabled={unread === 0}
          loading={readAll.pending}
          onClick={() => void readAll.send({ upTo: newest })}
        >
          {t('allRead')}
        </Button>
      </header>
      {readAll.refusal !== undefined && (
        <div className={styles.refusal} role="alert">
          <RefusalText refusal={readAll.refusal} />
        </div>
      )}
      <div className={styles.body}>
        <Loaded query={list}>
          {({ rows }) =>
            rows.length === 0 ? (
              <EmptyState title={t('emptyTitle')} text={t('emptyText')} />
            ) : (
              <NoticeRows rows={rows} onOpened={onClose} />
            )
          }
        </Loaded>
      </div>
      <footer className={styles.foot}>
        <span>{t('days', { count: NOTICE_DAYS - 1 })}</span>
        <Link to="/today" onClick={onClose}>
          {t('toToday', { count: due.count })}
          {due.late > 0 && (
            <Signal tone="seal" solid>
              {t('late', { count: due.late })}
            </Signal>
          )}
        </Link>
      </footer>
    </section>
  );
}

function NoticeRows({ rows, onOpened }: { rows: readonly Notice[]; onOpened: () => void }) {
  const readOne = useCommand(act.notices.readOne);
  return (
    <ol>
      {rows.map((notice, index) => (
        <li key={notice.seq}>
          <NoticeRow
            notice={notice}
            first={index === 0}
            onOpen={() => {
              if (notice.unread) void readOne.send({ seq: notice.seq });
              onOpened();
            }}
          />
        </li>
      ))}
    </ol>
  );
}

type NoticeRowProps = { notice: Notice; first: boolean; onOpen: () => void };

function NoticeRow({ notice, first, onOpen }: NoticeRowProps) {
  const { t } = useTranslation('notices');
  const sentenceOf = useNoticeSentence();
  const { params, by, at, kind, noun, subjectId, unread } = notice;
  const text = (name: string): string => {
    const value = params[name];
    return typeof value === 'string' ? value : '';
  };
  const person = usePerson();
  // What happened to one's own account is told to everybody; the list of accounts is not for everybody.
  const { to, search } =
    kind === 'actsLost'
      ? { to: '/today/lost-acts', search: undefined }
      : noun === 'accounts' && !person.may('accounts.read')
        ? { to: '/today', search: undefined }
        : placeOfRecord(noun, subjectId);
  const about = [text('person'), text('number')].filter((part) => part !== '').join(' · ');
  return (
    <Link
      to={to}
      {...(search === undefined ? {} : { search: search as never })}
      className={styles.row}
      data-notice
      data-autofocus={first || undefined}
      data-unread={unread || undefined}
      onClick={onOpen}
    >
      <i role={unread ? 'img' : undefined} aria-label={unread ? t('new') : undefined} />
      <span className={styles.sentence}>
        {text('unit') !== '' && <b>{text('unit')}</b>}
        {sentenceOf(notice)}
      </span>
      <span className={styles.at}>
        <DateTimeText at={at} short />
      </span>
      <span className={styles.about} title={about}>
        {about}
      </span>
      <span className={styles.by} title={by ?? t('office')}>
        {by ?? t('office')}
      </span>
    </Link>
  );
}
