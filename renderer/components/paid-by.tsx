import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { methodsWithReference } from '#shared/domain/payments/receipt-rules.ts';
import type { PaymentMethod } from '#shared/domain/payments/states.ts';
import { OptionButtons } from './filters.tsx';

type PaidByProps = {
  /** What the way is called, such as that in which money goes back. */
  label: string;
  /** The ways of paying that the office uses. */
  methods: readonly PaymentMethod[];
  method: PaymentMethod;
  onMethod: (method: PaymentMethod) => void;
  reference: string;
  onReference: (reference: string) => void;
};

/** In which way money is paid, and under which number, which most ways leave behind. */
export function PaidBy({ label, methods, method, onMethod, reference, onReference }: PaidByProps) {
  const { t } = useTranslation('payments');
  const { t: labels } = useTranslation('labels');
  const leavesNumber = methodsWithReference.some((one) => one === method);
  return (
    <>
      <OptionButtons
        label={label}
        required
        numbered
        options={methods.map((one) => ({ value: one, label: labels(`paymentMethods.${one}`) }))}
        value={method}
        onChange={onMethod}
      />
      <TextInput
        label={leavesNumber ? t('referenceOf') : t('referenceOptional')}
        withAsterisk={leavesNumber}
        required={leavesNumber}
        maxLength={80}
        value={reference}
        onChange={(event) => onReference(event.currentTarget.value)}
      />
    </>
  );
}
