import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionBar } from '#renderer/components/action-bar.tsx';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { Facts, Section } from '#renderer/components/page.tsx';
import { useTableExport } from '#renderer/components/table-export.ts';
import { act, connectOffice } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { restrictionReasons } from '#shared/domain/privacy/states.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import type { CustomerDetail } from '../history.ts';
import styles from './customers.module.css';
import { RequestDrawer } from './request-drawer.tsx';

/** How long the data are kept and what is done for the sake of the person: for those who answer for personal data. */
export function PrivacySection({ detail }: { detail: CustomerDetail }) {
  const { t } = useTranslation('privacy');
  const [asking, setAsking] = useState(false);
  const restrict = useCommand(act.customers.restrict);
  const lift = useCommand(act.customers.liftRestriction);
  const hold = useCommand(act.customers.hold);
  const anonymise = useCommand(act.customers.anonymise);
  const report = useReport(detail);
  const { privacy, customer, can } = detail;
  if (privacy === null) return null;
  const customerId = customer.id;
  const done = (message: string) => notifications.show({ message });
  const gone = customer.state === 'anonymised';
  const held = privacy.holdReason !== '';
  const acts = {
    restrict: () =>
      confirmAct({
        title: t('file.restrict'),
        consequence: t('file.restrictText'),
        confirmLabel: t('file.restrict'),
        reasons: restrictionReasons.map((value) => ({ value, label: t(`restrictions.${value}`) })),
        onConfirm: async (_words, chosen) => {
          const reason = restrictionReasons.find((one) => one === chosen) ?? 'termOnly';
          await restrict.sendOrThrow({ customerId, reason });
          done(t('file.restricted'));
        },
      }),
    lift: () =>
      confirmAct({
        title: t('file.lift'),
        consequence: t('file.liftText'),
        confirmLabel: t('file.lift'),
        onConfirm: async () => {
          await lift.sendOrThrow({ customerId });
          done(t('file.lifted'));
        },
      }),
    hold: () =>
      confirmAct({
        title: held ? t('file.unhold') : t('file.hold'),
        consequence: held ? t('file.unholdText', { reason: privacy.holdReason }) : t('file.holdText'),
        confirmLabel: held ? t('file.unhold') : t('file.hold'),
        ...(held ? {} : { reason: 'required' as const }),
        onConfirm: (reason) => hold.sendOrThrow({ customerId, reason: held ? '' : reason }),
      }),
    anonymise: () =>
      confirmAct({
        title: t('file.anonymise'),
        consequence: t('file.anonymiseText', { name: customer.name }),
        confirmLabel: t('file.anonymise'),
        danger: true,
        onConfirm: async () => {
          await anonymise.sendOrThrow({ customerId });
          done(t('file.anonymised'));
        },
      }),
  };
  return (
    <Section title={t('file.title')}>
      <Facts
        items={[
          { label: t('due.class'), value: t(`classes.${privacy.class}`) },
          { label: t('due.until'), value: privacy.dueOn ?? t('due.noEnd') },
          ...(privacy.papersUntil === null ? [] : [{ label: t('due.papers'), value: privacy.papersUntil }]),
          ...(privacy.restrictedAt === null || privacy.restriction === null
            ? []
            : [
                {
                  label: t('file.state'),
                  value: `${t(`restrictions.${privacy.restriction}`)} · ${dayOf(privacy.restrictedAt)}`,
                },
              ]),
          ...(held ? [{ label: t('file.held'), value: privacy.holdReason }] : []),
        ]}
      />
      <div className={styles.privacyActs}>
        <Button variant="default" size="xs" disabled={gone} onClick={() => setAsking(true)}>
          {t('requests.take')}
        </Button>
        <Button variant="default" size="xs" disabled={gone} onClick={report}>
          {t('file.report')}
        </Button>
        <ActionBar
          size="xs"
          can={{
            ...can,
            ...(privacy.restrictedAt === null ? {} : { lift: can['liftRestriction'] ?? true }),
            hold: gone ? { code: 'CUSTOMER_ANONYMISED' } : true,
          }}
          actions={[
            privacy.restrictedAt === null
              ? { id: 'restrict', label: t('file.restrict'), onRun: acts.restrict }
              : { id: 'lift', label: t('file.lift'), onRun: acts.lift },
            { id: 'hold', label: held ? t('file.unhold') : t('file.hold'), onRun: acts.hold },
            { id: 'anonymise', label: t('file.anonymise'), look: 'danger', onRun: acts.anonymise },
          ]}
        />
      </div>
      {asking && <RequestDrawer customerId={customerId} name={customer.name} onClose={() => setAsking(false)} />}
    </Section>
  );
}

/** Everything held of the person as an Excel file: the reveal comes first, then the line in the log with its number. */
function useReport({ customer }: CustomerDetail): () => void {
  const { t } = useTranslation('privacy');
  const client = useQueryClient();
  const reveal = useCommand(act.customers.reveal);
  const file = `KH-${String(customer.id).padStart(5, '0')}`;
  const save = useTableExport({
    list: 'personalReport',
    title: `${t('file.report')} ${file}`,
    records: [customer.id],
  });
  return () =>
    confirmAct({
      title: t('file.report'),
      consequence: t('file.reportText'),
      confirmLabel: t('file.reportDo'),
      onConfirm: async () => {
        await reveal.sendOrThrow({ customerId: customer.id, reason: 'subjectRequest' });
        const { parts } = await (await connectOffice()).customers.personalReport({ customerId: customer.id });
        const most = Math.max(...parts.map(({ columns }) => columns.length));
        const text = (id: string, header: string) => ({ id, header, kind: 'text' as const });
        await save({
          columns: [
            text('part', t('file.part')),
            ...Array.from({ length: most }, (_, at) => text(`c${at + 1}`, `${at + 1}`)),
          ],
          rows: parts.flatMap(({ title, columns, rows }) =>
            [columns, ...rows].map((row) => [title, ...Array.from({ length: most }, (_, at) => row[at] ?? '')]),
          ),
          ids: [],
        });
        await client.invalidateQueries({ queryKey: ['customers'] });
      },
    });
}
