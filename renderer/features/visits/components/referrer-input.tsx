import { Autocomplete } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPhone } from '#renderer/lib/format.ts';
import { ask } from '#renderer/lib/office.ts';
import { usePerson } from '#renderer/lib/person.ts';

/** How many files are offered while a name is being typed. */
const OFFERED = 6;

type ReferrerInputProps = {
  name: string;
  onType: (name: string) => void;
  onChoose: (file: { id: number; name: string }) => void;
};

/** Who sent the guest: a file of the office while its name is being typed, or simply the name. */
export function ReferrerInput({ name, onType, onChoose }: ReferrerInputProps) {
  const { t } = useTranslation('visits');
  const person = usePerson();
  const text = useDeferredValue(name.trim());
  const found = useQuery({
    ...ask.customers.list({
      scope: person.seesOthers('customers') ? 'all' : 'mine',
      text,
      rating: null,
      state: null,
    }),
    enabled: text !== '' && person.may('customers.read'),
  });
  const files = text === '' ? [] : (found.data?.rows ?? []).slice(0, OFFERED);
  const labels = files.map((file) => `${file.name} ${formatPhone(file.phone)}`);
  return (
    <Autocomplete
      label={t('referrer')}
      value={name}
      maxLength={60}
      openOnFocus={false}
      filter={({ options }) => options}
      data={[...new Set(labels)]}
      onOptionSubmit={(label) => {
        const file = files[labels.indexOf(label)];
        if (file !== undefined) onChoose({ id: file.id, name: file.name });
      }}
      onChange={(typed) => {
        // Choosing also tells the label as typed text: the choice has its own call.
        if (!labels.includes(typed)) onType(typed);
      }}
    />
  );
}
