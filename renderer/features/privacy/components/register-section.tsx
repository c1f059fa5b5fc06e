import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { DiscloseDrawer } from '#renderer/components/disclose-drawer.tsx';
import { FilterChips, FilterRow, SearchField } from '#renderer/components/filters.tsx';
import { Section } from '#renderer/components/page.tsx';
import { useDisclosureWords } from '#renderer/components/use-disclosure-words.ts';
import { useToday } from '#renderer/lib/clock.tsx';
import { ask } from '#renderer/lib/office.ts';
import { usePerson } from '#renderer/lib/person.ts';
import { type RecipientKind, recipientKinds } from '#shared/domain/privacy/states.ts';
import { type RegisterRow, shownRegister } from '../register.ts';
import styles from './privacy.module.css';

/** Who was given data of which customer, when, what for and on what ground. */
export function RegisterSection() {
  const { t } = useTranslation('privacy');
  const person = usePerson();
  const navigate = useNavigate();
  const today = useToday();
  const wordsOf = useDisclosureWords();
  const [text, setText] = useState('');
  const [kinds, setKinds] = useState<RecipientKind[]>([]);
  const [adding, setAdding] = useState(false);
  const register = useQuery(ask.privacy.register({}));
  const all = register.data?.rows;
  const rows = useMemo(
    () => (all === undefined ? undefined : shownRegister(all, { text, kinds }, wordsOf)),
    [all, text, kinds, wordsOf],
  );
  const columns = useColumns();
  const filtered = text !== '' || kinds.length > 0;
  const chips = recipientKinds.flatMap((key) => {
    const count = all?.filter(({ kind }) => kind === key).length ?? 0;
    return count > 0 || kinds.includes(key) ? [{ key, label: t(`recipients.${key}`), count }] : [];
  });
  const data = register.data;
  return (
    <Section
      title={t('register.title')}
      count={data?.total}
      aside={
        person.may('consents.write') && (
          <Button variant="default" size="compact-sm" onClick={() => setAdding(true)}>
            {t('register.add')}
          </Button>
        )
      }
      flush
    >
      <p className={styles.lead}>{t('register.text')}</p>
      <DataTable
        id="disclosureRegister"
        label={t('register.title')}
        columns={columns}
        rows={rows}
        rowKey={({ key }) => key}
        error={register.error}
        onRetry={() => void register.refetch()}
        onOpen={({ customerId }) => void navigate({ to: `/reception/customers/${customerId}` as string })}
        filters={
          <FilterRow>
            <SearchField label={t('register.search')} value={text} onChange={setText} width={250} />
            <FilterChips
              label={t('register.kinds')}
              chips={chips}
              active={kinds}
              onToggle={(key) =>
                setKinds((old) => (old.includes(key) ? old.filter((one) => one !== key) : [...old, key]))
              }
            />
          </FilterRow>
        }
        summary={
          data !== undefined && data.total > data.rows.length
            ? t('register.shown', { shown: data.rows.length, total: data.total })
            : rows && t('register.count', { count: rows.length })
        }
        exports={{
          list: 'disclosures',
          title: t('register.fileName', { day: today }),
          filter: { kinds },
          searched: text !== '',
          records: [...new Set(rows?.map(({ customerId }) => customerId))],
        }}
        empty={
          filtered ? (
            <EmptyState title={t('register.noneOfFilter')} />
          ) : (
            <EmptyState title={t('register.none')} text={t('register.noneText')} />
          )
        }
      />
      {adding && <DiscloseDrawer onClose={() => setAdding(false)} />}
    </Section>
  );
}

function useColumns(): Column<RegisterRow>[] {
  const { t } = useTranslation('privacy');
  const wordsOf = useDisclosureWords();
  return useMemo<Column<RegisterRow>[]>(
    () => [
      { id: 'on', header: t('register.on'), kind: 'date', width: 110, value: ({ on }) => on, fixed: true },
      { id: 'customer', header: t('register.customer'), kind: 'person', width: 110, value: ({ name }) => name },
      { id: 'file', header: t('register.file'), width: 100, value: ({ file }) => file },
      {
        id: 'kind',
        header: t('register.kind'),
        width: 130,
        value: ({ kind }) => t(`recipients.${kind}`),
        hidden: true,
      },
      { id: 'recipient', header: t('register.recipient'), width: 190, value: (row) => wordsOf(row).recipient },
      { id: 'content', header: t('register.content'), width: 220, value: (row) => wordsOf(row).content },
      { id: 'purpose', header: t('register.purpose'), width: 150, value: ({ purpose }) => purpose },
      { id: 'basis', header: t('register.basis'), width: 160, value: (row) => wordsOf(row).basis },
      {
        id: 'by',
        header: t('register.by'),
        kind: 'person',
        width: 100,
        value: ({ by }) => by ?? t('register.byItself'),
      },
    ],
    [t, wordsOf],
  );
}
