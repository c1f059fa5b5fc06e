import { Button, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconUserPlus } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPhone } from '../lib/format.ts';
import { ask } from '../lib/office.ts';
import styles from './buyer-search.module.css';

type BuyerSearchProps = {
  /** Customers who are buyers already: not offered again. */
  chosen: readonly number[];
  onChoose: (customerId: number) => void;
  /** Opens a file for somebody new; with what was typed, so that nothing is typed twice. */
  onNew: (typed: string) => void;
};

/** Finds a customer by name, pinyin or phone, and leads to a new file where there is none. */
export function BuyerSearch({ chosen, onChoose, onNew }: BuyerSearchProps) {
  const { t } = useTranslation('subscriptions');
  const [text, setText] = useState('');
  const [typed] = useDebouncedValue(text.trim(), 150);
  const found = useQuery({
    ...ask.customers.list({ scope: 'all', text: typed, rating: null, state: null, limit: 50 }),
    enabled: typed !== '',
    placeholderData: keepPreviousData,
  });
  const rows = typed === '' ? [] : (found.data?.rows ?? []).filter(({ id }) => !chosen.includes(id)).slice(0, 20);
  const owners = new Map(rows.map(({ id, owner }) => [String(id), owner?.name]));
  return (
    <div className={styles.search}>
      <Select
        label={t('make.find')}
        placeholder={t('make.findHint')}
        searchable
        searchValue={text}
        onSearchChange={setText}
        data={rows.map((row) => ({ value: String(row.id), label: `${row.name} ${formatPhone(row.phone)}` }))}
        // The office has searched by pinyin and phone already; what it found is shown as it is.
        filter={({ options }) => options}
        nothingFoundMessage={typed === '' ? t('make.findShort') : t('make.findNone')}
        value={null}
        onChange={(id) => {
          if (id === null) return;
          onChoose(Number(id));
          setText('');
        }}
        renderOption={({ option }) => (
          <span className={styles.option}>
            <span>{option.label}</span>
            <small>{owners.get(option.value)}</small>
          </span>
        )}
      />
      <Button
        variant="default"
        size="md"
        leftSection={<IconUserPlus size={15} aria-hidden="true" />}
        onClick={() => {
          onNew(text.trim());
          setText('');
        }}
      >
        {t('make.openFile')}
      </Button>
    </div>
  );
}
