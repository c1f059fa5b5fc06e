import { Kbd, Modal } from '@mantine/core';
import { IconBuilding, IconCommand, IconFileText, IconSearch, IconUser } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HotkeyHint } from '#renderer/components/hotkey-hint.tsx';
import styles from './palette.module.css';

/** Kinds of hits, in the fixed order they are shown. */
export const paletteKinds = ['customers', 'units', 'papers', 'commands'] as const;

/** A kind of hit. */
export type PaletteKind = (typeof paletteKinds)[number];

/** One hit: what it is, what helps to recognise it, and what opening it does. */
export type PaletteHit = {
  key: string;
  kind: PaletteKind;
  title: ReactNode;
  /** Behind the title: the pinyin with its typed initials, the buyer. */
  note?: ReactNode;
  /** At the right end: phone, area, total, a state badge. */
  facts?: ReactNode;
  hotkey?: string;
  onOpen: () => void;
  /** Ctrl+Enter: opens beside the current screen. */
  onPeek?: () => void;
};

type PaletteProps = {
  opened: boolean;
  onClose: () => void;
  query: string;
  onQuery: (query: string) => void;
  hits: readonly PaletteHit[];
  /** How long the search took, in ms. */
  tookMs?: number;
};

const icons = { customers: IconUser, units: IconBuilding, papers: IconFileText, commands: IconCommand } as const;

/** The order hits are shown and walked through in: by kind, else as found. */
export function arrangeHits(hits: readonly PaletteHit[], only: PaletteKind | undefined): PaletteHit[] {
  return paletteKinds
    .filter((kind) => only === undefined || kind === only)
    .flatMap((kind) => hits.filter((hit) => hit.kind === kind));
}

/** Ctrl+K: customers, units, papers and commands while typing, the first hit selected. */
export function Palette({ opened, onClose, query, onQuery, hits, tookMs }: PaletteProps) {
  const { t } = useTranslation('shell');
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const [only, setOnly] = useState<PaletteKind>();
  const shown = arrangeHits(hits, only);
  const current = shown[Math.min(at, shown.length - 1)];
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  });
  const type = (text: string): void => {
    setAt(0);
    setOnly(undefined);
    onQuery(text);
  };
  const run = (hit: PaletteHit | undefined, peek: boolean): void => {
    if (!hit) return;
    onClose();
    (peek ? (hit.onPeek ?? hit.onOpen) : hit.onOpen)();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setAt((Math.min(at, shown.length - 1) + step + shown.length) % Math.max(1, shown.length));
    } else if (event.key === 'Enter') run(current, event.ctrlKey);
    else if (event.key === 'Tab' && current) {
      setOnly(only === undefined ? current.kind : undefined);
      setAt(0);
    } else return;
    event.preventDefault();
  };
  return (
    <Modal.Root opened={opened} onClose={onClose} size={760} yOffset={64} radius="lg">
      <Modal.Overlay />
      <Modal.Content aria-label={t('palette.title')} aria-labelledby={undefined}>
        <Modal.Body className={styles.body}>
          <div className={styles.search}>
            <IconSearch size={18} aria-hidden="true" />
            <input
              data-autofocus
              role="combobox"
              aria-label={t('palette.title')}
              aria-expanded={shown.length > 0}
              aria-controls={listId}
              aria-autocomplete="list"
              aria-activedescendant={current && `${listId}-${current.key}`}
              placeholder={t('palette.prompt')}
              value={query}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => type(event.currentTarget.value)}
              onKeyDown={onKeyDown}
            />
            <span role="status">
              {tookMs !== undefined && `${t('palette.took', { ms: Math.round(tookMs) })} · `}
              {query !== '' && t('palette.hits', { count: shown.length })}
            </span>
          </div>
          <div className={styles.list} id={listId} role="listbox" aria-label={t('palette.title')} ref={list}>
            {paletteKinds.map((kind) => {
              const group = shown.filter((hit) => hit.kind === kind);
              const Icon = icons[kind];
              if (group.length === 0) return null;
              return (
                <div key={kind} role="group" aria-label={t(`palette.kinds.${kind}`)}>
                  <div className={styles.kind} aria-hidden="true">
                    {t(`palette.kinds.${kind}`)}
                  </div>
                  {group.map((hit) => (
                    <div
                      key={hit.key}
                      id={`${listId}-${hit.key}`}
                      className={styles.hit}
                      role="option"
                      aria-selected={hit === current}
                      onClick={(event) => run(hit, event.ctrlKey)}
                      onMouseMove={() => setAt(shown.indexOf(hit))}
                    >
                      <Icon size={16} stroke={1.5} aria-hidden="true" />
                      <span className={styles.title}>{hit.title}</span>
                      {hit.note !== undefined && <span className={styles.note}>{hit.note}</span>}
                      <span className={styles.facts}>
                        {hit.facts}
                        {hit.hotkey !== undefined && <Kbd>{hit.hotkey}</Kbd>}
                        {hit === current && hit.hotkey === undefined && <Kbd>Enter</Kbd>}
                      </span>
                    </div>
                  ))}
                </div>
              );
            })}
          </div>
          {shown.length === 0 && (
            <p className={styles.nothing}>{query === '' ? t('palette.start') : t('palette.nothing')}</p>
          )}
          <div className={styles.foot}>
            <HotkeyHint keys="↑ ↓">{t('palette.choose')}</HotkeyHint>
            <HotkeyHint keys="Enter">{t('palette.open')}</HotkeyHint>
            {current?.onPeek !== undefined && <HotkeyHint keys="Ctrl+Enter">{t('palette.peek')}</HotkeyHint>}
            <HotkeyHint keys="Tab">{t('palette.narrow')}</HotkeyHint>
            <span>{t('palette.hint')}</span>
          </div>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
