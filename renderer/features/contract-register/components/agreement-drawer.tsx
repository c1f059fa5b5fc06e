import { NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MoneyInput } from '#renderer/components/amount-inputs.tsx';
import { DateInput } from '#renderer/components/date-input.tsx';
import { Form } from '#renderer/components/form.tsx';
import { FieldRow } from '#renderer/components/page.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { PersonSelect } from '#renderer/components/person-select.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { act, ask } from '#renderer/lib/office.ts';
import { usePerson } from '#renderer/lib/person.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { bringsDeals, partnerAgreementKinds } from '#shared/domain/partner-agreements/states.ts';
import { addDays, addMonths } from '#shared/kernel/local-date.ts';
import type { AgreementRow } from './partner-list.tsx';
import styles from './register.module.css';

type AgreementDrawerProps = {
  /** The one that is changed, or that the new one shall take the place of. */
  agreement?: AgreementRow;
  renews?: boolean;
  onDone: (agreementId: number) => void;
  onClose: () => void;
};

/** Months that a contract usually runs; a year is the custom. */
const USUAL_MONTHS = 12;

/** Enters a contract with a partner, changes a draft, or renews one: then from the day after its last. */
export function AgreementDrawer({ agreement, renews = false, onDone, onClose }: AgreementDrawerProps) {
  const { t } = useTranslation('register');
  const { t: labels } = useTranslation('labels');
  const today = useToday();
  const person = usePerson();
  const colleagues = useQuery(ask.accounts.colleagues({}));
  const firstDay = agreement !== undefined && renews ? addDays(agreement.toOn, 1) : today;
  const begin = {
    kind: agreement?.kind ?? null,
    title: agreement?.title ?? '',
    partner: agreement?.partner ?? '',
    creditCode: agreement?.creditCode ?? '',
    contact: agreement?.contact ?? '',
    phone: agreement?.phone ?? '',
    fromOn: agreement === undefined || renews ? firstDay : agreement.fromOn,
    toOn: agreement === undefined || renews ? addDays(addMonths(firstDay, USUAL_MONTHS), -1) : agreement.toOn,
    amount: agreement?.amount ?? null,
    quotaUnits: agreement?.quotaUnits ?? null,
    quotaAmount: agreement?.quotaAmount ?? null,
    terms: agreement?.terms ?? '',
    ownerId: agreement?.owner.id ?? person.id,
  };
  const [typed, setTyped] = useState(begin);
  const change = (part: Partial<typeof begin>) => setTyped({ ...typed, ...part });
  const save = useCommand(act.partnerAgreements.save, {
    onDone: ({ agreementId, number }) => {
      notifications.show({ message: t('saved', { number }) });
      onDone(agreementId);
    },
  });
  const edits = agreement !== undefined && !renews;
  const number = agreement?.number ?? '';
  const title = edits ? t('editTitle', { number }) : renews ? t('renewTitle', { number }) : t('newTitle');
  const send = () => {
    const { kind, fromOn, toOn, amount, ownerId, ...rest } = typed;
    if (kind === null || fromOn === null || toOn === null || amount === null || ownerId === null) return;
    void save.send({
      agreement: edits ? { id: agreement.id, version: agreement.version } : null,
      renewsId: renews ? (agreement?.id ?? null) : null,
      ...rest,
      ...{ kind, fromOn, toOn, amount, ownerId },
      ...(bringsDeals(kind) ? {} : { quotaUnits: null, quotaAmount: null }),
    });
  };
  return (
    <SideDrawer opened label={title} title={title} onClose={onClose}>
      <Form
        submitLabel={t('save')}
        onSubmit={send}
        onCancel={onClose}
        dirty={JSON.stringify(typed) !== JSON.stringify(begin)}
        busy={save.pending}
        error={save.refusal}
      >
        <div className={styles.fields}>
          <Select
            label={t('kind')}
            withAsterisk
            required
            data-autofocus
            data={partnerAgreementKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            value={typed.kind}
            allowDeselect={false}
            onChange={(value) => change({ kind: partnerAgreementKinds.find((one) => one === value) ?? null })}
          />
          <TextInput
            label={t('party')}
            required
            maxLength={120}
            value={typed.partner}
            onChange={(event) => change({ partner: event.currentTarget.value })}
          />
          <TextInput
            label={t('heading')}
            required
            maxLength={120}
            value={typed.title}
            onChange={(event) => change({ title: event.currentTarget.value })}
          />
          <TextInput
            label={t('creditCode')}
            maxLength={18}
            value={typed.creditCode}
            onChange={(event) => change({ creditCode: event.currentTarget.value })}
          />
          <FieldRow columns="1fr 1fr">
            <TextInput
              label={t('contact')}
              maxLength={60}
              value={typed.contact}
              onChange={(event) => change({ contact: event.currentTarget.value })}
            />
            <TextInput
              label={t('phone')}
              maxLength={30}
              value={typed.phone}
              onChange={(event) => change({ phone: event.currentTarget.value })}
            />
          </FieldRow>
          <FieldRow columns="1fr 1fr">
            <DateInput
              label={t('fromOn')}
              required
              value={typed.fromOn}
              onChange={(fromOn) => fromOn !== null && change({ fromOn })}
            />
            <DateInput
              label={t('until')}
              required
              value={typed.toOn}
              onChange={(toOn) => toOn !== null && change({ toOn })}
            />
          </FieldRow>
          <MoneyInput label={t('amount')} required value={typed.amount} onChange={(amount) => change({ amount })} />
          {typed.kind !== null && bringsDeals(typed.kind) && (
            <FieldRow columns="1fr 1fr">
              <NumberInput
                label={t('quotaUnits')}
                min={1}
                max={10_000}
                allowDecimal={false}
                placeholder={t('noQuota')}
                value={typed.quotaUnits ?? ''}
                onChange={(value) => change({ quotaUnits: typeof value === 'number' ? value : null })}
              />
              <MoneyInput
                label={t('quotaAmount')}
                placeholder={t('noQuota')}
                value={typed.quotaAmount}
                onChange={(quotaAmount) => change({ quotaAmount })}
              />
            </FieldRow>
          )}
          <Textarea
            label={t('terms')}
            placeholder={t('termsHint')}
            autosize
            minRows={3}
            maxRows={10}
            maxLength={2000}
            value={typed.terms}
            onChange={(event) => change({ terms: event.currentTarget.value })}
          />
          <PersonSelect
            label={t('owner')}
            required
            people={(colleagues.data ?? []).map(({ id, name, post }) => ({ id, name, note: labels(`posts.${post}`) }))}
            value={typed.ownerId}
            onChange={(ownerId) => ownerId !== null && change({ ownerId })}
          />
        </div>
      </Form>
    </SideDrawer>
  );
}
