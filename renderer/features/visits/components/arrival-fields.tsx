import { NumberInput, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PhoneInput } from '#renderer/components/identity-inputs.tsx';
import { FieldRow } from '#renderer/components/page.tsx';
import { transports } from '#shared/domain/visits/register.ts';
import type { RegisterFields } from '../hooks/use-register-draft.ts';
import { ReferrerInput } from './referrer-input.tsx';

type ArrivalFieldsProps = { fields: RegisterFields; onChange: (part: Partial<RegisterFields>) => void };

/** Who sent them, how many they are and how they came. */
export function ArrivalFields({ fields, onChange }: ArrivalFieldsProps) {
  const { t } = useTranslation('visits');
  const call = fields.kind === 'call';
  // Whoever names a referrer has said how they heard of us.
  const byReferral = fields.channel === null ? { channel: 'referral' as const } : {};
  return (
    <FieldRow columns="1fr 134px 60px 92px">
      <ReferrerInput
        name={fields.referrerName}
        onType={(referrerName) =>
          onChange({ referrerName, referrerId: null, ...(referrerName === '' ? {} : byReferral) })
        }
        onChoose={({ id, name }) =>
          onChange({ referrerId: id, referrerName: name, referrerPhone: null, ...byReferral })
        }
      />
      <PhoneInput
        label={t('referrerPhone')}
        value={fields.referrerPhone}
        anyKind
        readOnly={fields.referrerId !== null}
        placeholder={fields.referrerId === null ? '' : t('referrerOnFile')}
        onChange={(referrerPhone) => onChange({ referrerPhone, ...(referrerPhone === null ? {} : byReferral) })}
      />
      <NumberInput
        label={t('partySize')}
        value={fields.partySize ?? ''}
        min={1}
        max={30}
        clampBehavior="blur"
        allowDecimal={false}
        allowNegative={false}
        hideControls
        disabled={call}
        onChange={(size) => onChange({ partySize: typeof size === 'number' ? size : null })}
      />
      <Select
        label={t('transport')}
        data={transports.map((value) => ({ value, label: t(`transports.${value}`) }))}
        value={call ? null : fields.transport}
        clearable={false}
        allowDeselect
        openOnFocus={false}
        disabled={call}
        placeholder={t('transportNone')}
        onChange={(value) => onChange({ transport: transports.find((one) => one === value) ?? null })}
      />
    </FieldRow>
  );
}
