import { Select, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateInput } from '#renderer/components/date-input.tsx';
import { Form } from '#renderer/components/form.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { type SubjectRequestKind, subjectRequestKinds } from '#shared/domain/privacy/states.ts';
import styles from './customers.module.css';

/** Takes down what a customer asks about the data that the office holds. */
export function RequestDrawer({
  customerId,
  name,
  onClose,
}: {
  customerId: number;
  name: string;
  onClose: () => void;
}) {
  const { t } = useTranslation('privacy');
  const { t: common } = useTranslation('common');
  const today = useToday();
  const [kind, setKind] = useState<SubjectRequestKind>('access');
  const [receivedOn, setReceivedOn] = useState(today);
  const [wish, setWish] = useState('');
  const take = useCommand(act.privacy.takeRequest, {
    onDone: ({ number, dueOn }) => {
      notifications.show({ message: t('requests.taken', { number, day: dueOn }) });
      onClose();
    },
  });
  return (
    <SideDrawer opened onClose={onClose} label={t('requests.take')} title={t('requests.take')} sub={name} width={420}>
      <Form
        submitLabel={common('save')}
        onSubmit={() => void take.send({ customerId, kind, receivedOn, wish })}
        onCancel={onClose}
        dirty={wish !== ''}
        busy={take.pending}
        error={take.refusal}
      >
        <div className={styles.fields}>
          <Select
            label={t('requests.kind')}
            data={subjectRequestKinds.map((value) => ({ value, label: t(`requestKinds.${value}`) }))}
            value={kind}
            allowDeselect={false}
            data-autofocus
            onChange={(value) => setKind(subjectRequestKinds.find((one) => one === value) ?? 'access')}
          />
          <DateInput
            label={t('requests.receivedOn')}
            value={receivedOn}
            required
            onChange={(day) => day !== null && setReceivedOn(day)}
          />
          <Textarea
            label={t('requests.wish')}
            autosize
            minRows={3}
            maxLength={1000}
            value={wish}
            onChange={(event) => setWish(event.currentTarget.value)}
          />
        </div>
      </Form>
    </SideDrawer>
  );
}
