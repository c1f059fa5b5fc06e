import { Checkbox, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import type { Originals } from '../custody-types.ts';

/** Who takes copies or brings them, as it is being entered. */
export type Taker = {
  readonly person: string;
  readonly customerId: number | null;
  readonly byProxy: boolean;
  readonly identityChecked: boolean;
};

/** Nobody yet. */
export const nobody: Taker = { person: '', customerId: null, byProxy: false, identityChecked: false };

type TakerFieldsProps = {
  buyers: Originals['buyers'];
  /** A buyer takes them; else somebody by name. */
  buyer: boolean;
  label: string;
  value: Taker;
  onChange: (taker: Taker) => void;
};

/** Asks who takes copies: a buyer whose document is checked, or for him his agent; everybody else by name. */
export function TakerFields({ buyers, buyer, label, value, onChange }: TakerFieldsProps) {
  const { t } = useTranslation('custody');
  if (!buyer)
    return (
      <TextInput
        label={label}
        required
        maxLength={60}
        value={value.person}
        onChange={(event) => onChange({ ...value, person: event.currentTarget.value })}
      />
    );
  const chosen = buyers.find(({ customerId }) => customerId === value.customerId);
  return (
    <>
      <Select
        label={t('buyerTakes')}
        withAsterisk
        allowDeselect={false}
        data={buyers.map(({ customerId, name }) => ({ value: String(customerId), label: name }))}
        value={value.customerId === null ? null : String(value.customerId)}
        onChange={(id) => onChange({ ...value, customerId: id === null ? null : Number(id), byProxy: false })}
      />
      {chosen !== undefined && chosen.agent !== '' && (
        <Checkbox
          label={t('byProxy', { name: chosen.agent })}
          disabled={chosen.proxy !== true}
          checked={value.byProxy}
          onChange={(event) => onChange({ ...value, byProxy: event.currentTarget.checked })}
        />
      )}
      {chosen !== undefined && chosen.agent !== '' && chosen.proxy !== true && <RefusalText refusal={chosen.proxy} />}
      <Checkbox
        label={t('identityChecked')}
        checked={value.identityChecked}
        onChange={(event) => onChange({ ...value, identityChecked: event.currentTarget.checked })}
      />
    </>
  );
}
