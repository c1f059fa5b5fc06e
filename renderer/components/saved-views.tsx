import { ActionIcon, Button, Checkbox, Popover, TextInput } from '@mantine/core';
import { IconBookmark, IconUsers, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ListName, VIEW_NAME } from '#shared/domain/views/lists.ts';
import { refusalOf } from '../lib/error-sentence.ts';
import { act, ask } from '../lib/office.ts';
import { usePerson } from '../lib/person.ts';
import { preferences } from '../lib/preferences.ts';
import { addressOf, isSearching, type KeptView, keptAddress, standsAs, type ViewAddress } from '../lib/saved-views.ts';
import { useCommand } from '../lib/use-command.ts';
import { RefusalText } from './refusal-text.tsx';
import styles from './saved-views.module.css';
import { useTableLayout } from './use-table-layout.ts';

type SavedViewsProps = {
  /** The list, which is the name of its table too. */
  id: ListName;
  /** Every field of the list's filter, with what it has now. */
  address: ViewAddress;
  /** `replace`: nobody has chosen it just now, so that Back does not stop here. */
  onChoose: (address: Record<string, string | undefined>, options: { readonly replace: boolean }) => void;
};

/**
 * The views of a list that people have named: filter and order under one word, one click away at every PC. A list that
 * is opened without a filter opens under the view that this person had here last.
 */
export function SavedViews({ id, address, onChoose }: SavedViewsProps) {
  const { t } = useTranslation('parts');
  const person = usePerson();
  const { layout, change } = useTableLayout(id, { hidden: [], sorting: [], dense: false });
  const list = useQuery(ask.views.list({ list: id }));
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const save = useCommand(act.views.save, {
    onDone: () => {
      setName('');
      setShared(false);
      setOpened(false);
    },
  });
  const remove = useCommand(act.views.remove);
  const views = list.data;
  const current = views?.find((view) => standsAs(view, address, layout.sorting));
  const choose = (view: KeptView, replace: boolean): void => {
    change({ sorting: [...view.sorting] });
    onChoose(addressOf(view, address), { replace });
  };
  const reopen = useRef(choose);
  useEffect(() => {
    reopen.current = choose;
  });
  const bare = Object.keys(keptAddress(address)).length === 0 && !isSearching(address);
  const begun = useRef(false);
  useEffect(() => {
    if (views === undefined) return;
    const { lastViews } = preferences.get();
    const last = begun.current || !bare ? undefined : views.find((view) => view.id === lastViews[id]);
    begun.current = true;
    if (last !== undefined && current === undefined) reopen.current(last, true);
    else if (lastViews[id] !== current?.id) {
      const { [id]: _gone, ...others } = lastViews;
      preferences.change({ lastViews: current === undefined ? others : { ...others, [id]: current.id } });
    }
  }, [views, id, bare, current]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const given = name.trim();
    if (given !== '')
      void save.send({
        list: id,
        name: given,
        filter: keptAddress(address),
        sorting: layout.sorting.slice(0, 3),
        shared,
      });
  };
  const refusal = save.refusal ?? remove.refusal ?? (list.error === null ? undefined : refusalOf(list.error));
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={280} trapFocus returnFocus>
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
        {views?.length === 0 && <p className={styles.none}>{t('views.none')}</p>}
        <ul className={styles.list}>
          {(views ?? []).map((view) => (
            <li key={view.id}>
              <button
                type="button"
                aria-pressed={view === current}
                onClick={() => {
                  choose(view, false);
                  setOpened(false);
                }}
              >
                {view.name}
              </button>
              {view.shared && (
                <span className={styles.by} title={t('views.forAll')}>
                  <IconUsers size={13} aria-label={t('views.forAll')} />
                  {view.by}
                </span>
              )}
              {view.mayRemove && (
                <ActionIcon
                  variant="subtle"
                  size={22}
                  aria-label={t('views.remove', { name: view.name })}
                  onClick={() => void remove.send({ viewId: view.id })}
                >
                  <IconX size={13} aria-hidden="true" />
                </ActionIcon>
              )}
            </li>
          ))}
        </ul>
        <form onSubmit={submit} className={styles.save}>
          <div className={styles.line}>
            <TextInput
              size="xs"
              aria-label={t('views.name')}
              placeholder={t('views.name')}
              maxLength={VIEW_NAME}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button size="xs" type="submit" loading={save.pending} disabled={name.trim() === ''}>
              {t('views.save')}
            </Button>
          </div>
          {person.may('views.share') && (
            <Checkbox
              size="xs"
              label={t('views.share')}
              checked={shared}
              onChange={(event) => setShared(event.currentTarget.checked)}
            />
          )}
          {isSearching(address) && <p className={styles.note}>{t('views.withoutSearch')}</p>}
          {refusal !== undefined && <RefusalText refusal={refusal} />}
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
