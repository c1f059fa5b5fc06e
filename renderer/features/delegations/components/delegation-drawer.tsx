import { MultiSelect, Select, Switch, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateInput } from '#renderer/components/date-input.tsx';
import { Form } from '#renderer/components/form.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { act, ask } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { rights as words } from '#shared/i18n/zh-CN/rights.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import styles from './delegations.module.css';

/** Appoints somebody to act for a manager for some days. */
export function DelegationDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('delegations');
  const { t: labels } = useTranslation('labels');
  const { t: rights } = useTranslation('rights');
  const today = useToday();
  const offer = useQuery(ask.delegations.offer({})).data;
  const [chosenFrom, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const [fromOn, setFromOn] = useState<LocalDate | null>(today);
  const [toOn, setToOn] = useState<LocalDate | null>(today);
  const [partly, setPartly] = useState(false);
  const [part, setPart] = useState<string[]>([]);
  const [reason, setReason] = useState('');
  const from = chosenFrom ?? String(offer?.from[0]?.id ?? '');
  const borrower = offer?.to.find(({ id }) => String(id) === to);
  const lent = offer?.lendable.find((one) => String(one.fromId) === from && one.post === borrower?.post);
  const make = useCommand(act.delegations.make, {
    onDone: () => {
      notifications.show({ message: t('made', { name: borrower?.name ?? '' }) });
      onClose();
    },
  });
  const named = (list: NonNullable<typeof offer>['to']) =>
    list.map(({ id, name, post }) => ({ value: String(id), label: `${name} · ${labels(`posts.${post}`)}` }));
  const rightName = (name: string) => {
    const key = name.replace('.', '_');
    return Object.hasOwn(words.permissions, key) ? rights(`permissions.${key}` as never) : name;
  };
  const save = () => {
    if (to === null || fromOn === null || toOn === null) return;
    const chosen = lent?.permissions.filter((one) => part.includes(one)) ?? [];
    void make.send({
      fromId: Number(from),
      toId: Number(to),
      permissions: partly ? chosen : null,
      fromOn,
      toOn,
      reason,
    });
  };
  return (
    <SideDrawer opened onClose={onClose} label={t('make')} title={t('make')} width={420}>
      <Form
        submitLabel={t('make')}
        onSubmit={save}
        onCancel={onClose}
        dirty={to !== null || reason !== ''}
        busy={make.pending}
      >
        <div className={styles.fields}>
          <Select
            label={t('from')}
            data={named(offer?.from ?? [])}
            value={from}
            required
            allowDeselect={false}
            onChange={setFrom}
          />
          <Select
            label={t('to')}
            data={named((offer?.to ?? []).filter(({ id }) => String(id) !== from))}
            value={to}
            required
            searchable
            onChange={(value) => {
              setTo(value);
              setPart([]);
            }}
          />
          <div className={styles.days}>
            <DateInput label={t('fromOn')} value={fromOn} required from={today} onChange={setFromOn} />
            <DateInput label={t('toOn')} value={toOn} required from={fromOn ?? today} onChange={setToOn} />
          </div>
          <Switch label={t('choose')} checked={partly} onChange={(event) => setPartly(event.currentTarget.checked)} />
          {partly && (
            <MultiSelect
              label={t('part')}
              data={(lent?.permissions ?? []).map((one) => ({ value: one, label: rightName(one) }))}
              value={part}
              searchable
              required
              onChange={setPart}
            />
          )}
          <Textarea
            label={t('reason')}
            value={reason}
            required
            maxLength={500}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {make.refusal && <RefusalText refusal={make.refusal} />}
        </div>
      </Form>
    </SideDrawer>
  );
}
