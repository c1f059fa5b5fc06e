import { ActionIcon, Button, Popover, TextInput } from '@mantine/core';
import { IconBookmark, IconX } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { preferences, usePreferences } from '../lib/preferences.ts';
import { addressOf, keptAddress, standsAs, type ViewAddress, withView } from '../lib/saved-views.ts';
import styles from './saved-views.module.css';
import { useTableLayout } from './use-table-layout.ts';

/** Longest name of a view. */
const NAME_LENGTH = 20;

type SavedViewsProps = {
  /** Name of the table, as its layout has it. */
  id: string;
  /** Every field of the list's filter, with what it has now. */
  address: ViewAddress;
  onChoose: (address: Record<string, string | undefined>) => void;
};

/** The views of a list that a person has named: filter and order under one word, one click away. */
export function SavedViews({ id, address, onChoose }: SavedViewsProps) {
  const { t } = useTranslation('parts');
  const { views: all } = usePreferences();
  const { layout, change } = useTableLayout(id, { hidden: [], sorting: [], dense: false });
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState('');
  const views = all[id] ?? [];
  const current = views.find((view) => standsAs(view, address, layout.sorting));
  const keep = (next: typeof views) => preferences.change({ views: { ...preferences.get().views, [id]: next } });
  const save = (event: FormEvent): void => {
    event.preventDefault();
    const given = name.trim();
    if (given === '') return;
    keep(withView(views, { name: given, address: keptAddress(address), sorting: layout.sorting }));
    setName('');
    setOpened(false);
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={260} trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconBookmark size={14} aria-hidden="true" />}
          onClick={() => setOpened(!opened)}
        >
          <span className={styles.name}>{current?.name ?? t('views.title')}</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('views.title')} className={styles.panel}>
        {views.length === 0 && <p className={styles.none}>{t('views.none')}</p>}
        <ul className={styles.list}>
          {views.map((view) => (
            <li key={view.name}>
              <button
                type="button"
                aria-pressed={view === current}
                onClick={() => {
                  change({ sorting: view.sorting });
                  onChoose(addressOf(view, address));
                  setOpened(false);
                }}
              >
                {view.name}
              </button>
              <ActionIcon
                variant="subtle"
                size={22}
                aria-label={t('views.remove', { name: view.name })}
                onClick={() => keep(views.filter((one) => one !== view))}
              >
                <IconX size={13} aria-hidden="true" />
              </ActionIcon>
            </li>
          ))}
        </ul>
        <form onSubmit={save} className={styles.save}>
          <TextInput
            size="xs"
            aria-label={t('views.name')}
            placeholder={t('views.name')}
            maxLength={NAME_LENGTH}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button size="xs" type="submit" disabled={name.trim() === ''}>
            {t('views.save')}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
