import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPhone } from '../lib/format.ts';
import { ask } from '../lib/office.ts';

type CustomerSelectProps = {
  value: number | null;
  onChange: (id: number | null) => void;
  error?: string | undefined;
  /** Only the files of whoever asks. */
  mine?: boolean;
};

/** Chooses a customer by name, pinyin or phone; the office searches. */
export function CustomerSelect({ value, onChange, error, mine = false }: CustomerSelectProps) {
  const { t } = useTranslation('parts');
  const [text, setText] = useState('');
  const typed = useDeferredValue(text.trim());
  const found = useQuery({
    ...ask.customers.list({ scope: mine ? 'mine' : 'all', text: typed, rating: null, state: null, limit: 50 }),
    placeholderData: (old) => old,
  });
  // The list is what the search found; the chosen one is known by its own file as well.
  const chosen = useQuery({ ...ask.customers.detail({ customerId: value ?? 0 }), enabled: value !== null });
  const rows = found.data?.rows ?? [];
  const own = chosen.data?.customer;
  const options = own === undefined || rows.some(({ id }) => id === own.id) ? rows : [own, ...rows];
  return (
    <Select
      label={t('customer.label')}
      withAsterisk
      data-autofocus
      openOnFocus={false}
      searchable
      placeholder={t('customer.search')}
      nothingFoundMessage={t('customer.none')}
      limit={50}
      filter={({ options: all }) => all}
      data={options.map((row) => ({ value: String(row.id), label: `${row.name} ${formatPhone(row.phone)}` }))}
      value={value === null ? null : String(value)}
      onChange={(id) => onChange(id === null ? null : Number(id))}
      onSearchChange={setText}
      error={error}
    />
  );
}
