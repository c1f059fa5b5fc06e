import { Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { Form } from '#renderer/components/form.tsx';
import { Facts } from '#renderer/components/page.tsx';
import { Money } from '#renderer/components/values.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { intents } from '#shared/api/launches.ts';
import styles from './launches.module.css';

type Intent = z.output<typeof intents.detail.output>;

/** Takes the earnest money of an intent: the amount is the launch's, the way of paying is asked. */
export function ReceiveIntent({ intent, onClose }: { intent: Intent; onClose: () => void }) {
  const { t } = useTranslation('launches');
  const { t: labels } = useTranslation('labels');
  const [method, setMethod] = useState(intent.methods[0] ?? 'transfer');
  const [reference, setReference] = useState('');
  const receive = useCommand(act.intents.receive, {
    onDone: ({ number }) => {
      notifications.show({ message: t('received', { number }) });
      onClose();
    },
  });
  const send = () =>
    void receive.send({ intentId: intent.row.id, version: intent.version, method, reference: reference.trim() });
  return (
    <Form
      submitLabel={t('receive')}
      onSubmit={send}
      onCancel={onClose}
      dirty={reference !== ''}
      busy={receive.pending}
      error={receive.refusal}
    >
      <div className={styles.fields}>
        <Facts
          items={[{ label: t('intentMoney'), value: <Money value={intent.intentMoney} strong />, key: 'money' }]}
        />
        <p className={styles.note}>{t('receiveHint')}</p>
        <Select
          label={t('method')}
          data={intent.methods.map((value) => ({ value, label: labels(`paymentMethods.${value}`) }))}
          value={method}
          allowDeselect={false}
          data-autofocus
          onChange={(value) => value !== null && setMethod(value)}
        />
        <TextInput
          label={t('reference')}
          value={reference}
          maxLength={80}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
      </div>
    </Form>
  );
}
