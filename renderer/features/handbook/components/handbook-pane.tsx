import { Button, TextInput } from '@mantine/core';
import { IconArrowLeft, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, Loaded } from '#renderer/components/data-states.tsx';
import { SidePanel } from '#renderer/components/panel.tsx';
import { ask } from '#renderer/lib/office.ts';
import { preferences, usePreferences } from '#renderer/lib/preferences.ts';
import { EntryView, OverSignal } from './entry-view.tsx';
import styles from './handbook.module.css';

/** As many entries as are kept at hand. */
const LAST = 5;

type Line = {
  readonly id: number;
  readonly title: string;
  readonly excerpt: string;
  readonly validUntil: Parameters<typeof OverSignal>[0]['entry']['validUntil'];
};

/** The handbook beside the page (Alt+K): to be searched while one talks; what was looked at last is at hand. */
export function HandbookPane({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('handbook');
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text.trim());
  const [opened, setOpened] = useState<number>();
  const { handbookSeen } = usePreferences();
  const list = useQuery(ask.handbook.list({ archived: false }));
  const found = useQuery({
    ...ask.handbook.find({ text: wanted, topic: null }),
    enabled: wanted !== '',
    placeholderData: keepPreviousData,
  });
  const open = (id: number) => {
    setOpened(id);
    preferences.change({ handbookSeen: [id, ...handbookSeen.filter((one) => one !== id)].slice(0, LAST) });
  };
  const entries = list.data?.entries ?? [];
  const entry = entries.find(({ id }) => id === opened);
  const lineOf = ({ id, title, body, validUntil }: (typeof entries)[number]): Line => ({
    id,
    title,
    excerpt: body.slice(0, 60),
    validUntil,
  });
  const seen = handbookSeen.flatMap((id) => entries.filter((one) => one.id === id).map(lineOf));
  const lines: readonly Line[] =
    wanted === '' ? (seen.length > 0 ? seen : entries.slice(0, LAST).map(lineOf)) : (found.data?.hits ?? []);
  return (
    <SidePanel
      label={t('title')}
      title={entry?.title ?? t('title')}
      sub={entry === undefined ? t('paneSub') : t(`topics.${entry.topic}`)}
      width={380}
      onClose={onClose}
    >
      <div
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
          event.stopPropagation();
          if (entry !== undefined) setOpened(undefined);
          else onClose();
        }}
      >
        {entry !== undefined ? (
          <>
            <Button
              variant="subtle"
              size="compact-sm"
              ml={8}
              leftSection={<IconArrowLeft size={14} />}
              onClick={() => setOpened(undefined)}
              autoFocus
            >
              {t('back')}
            </Button>
            <EntryView entry={entry} />
          </>
        ) : (
          <>
            <div className={styles.search}>
              <TextInput
                type="search"
                aria-label={t('search')}
                placeholder={t('searchHint')}
                leftSection={<IconSearch size={14} aria-hidden="true" />}
                value={text}
                maxLength={60}
                autoFocus
                onChange={(event) => setText(event.currentTarget.value)}
                onKeyDown={(event) => {
                  const [first] = lines;
                  if (event.key === 'Enter' && !event.nativeEvent.isComposing && first !== undefined) open(first.id);
                }}
              />
            </div>
            <Loaded query={list} skeletonRows={5}>
              {() => (
                <Lines
                  label={
                    wanted === '' ? t(seen.length > 0 ? 'lastSeen' : 'newest') : t('hits', { count: lines.length })
                  }
                  lines={lines}
                  nothing={wanted === '' ? t('empty') : t('nothing', { text: wanted })}
                  onOpen={open}
                />
              )}
            </Loaded>
          </>
        )}
      </div>
    </SidePanel>
  );
}

type LinesProps = { label: string; lines: readonly Line[]; nothing: string; onOpen: (id: number) => void };

function Lines({ label, lines, nothing, onOpen }: LinesProps) {
  if (lines.length === 0) return <EmptyState title={nothing} />;
  return (
    <>
      <p className={styles.label} role="status">
        {label}
      </p>
      <ul className={styles.hits}>
        {lines.map((line) => (
          <li key={line.id}>
            <button type="button" className={styles.hit} onClick={() => onOpen(line.id)}>
              <b>
                {line.title} <OverSignal entry={line} />
              </b>
              <small>{line.excerpt}</small>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
