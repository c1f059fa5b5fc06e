import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { Form } from '#renderer/components/form.tsx';
import { Section } from '#renderer/components/page.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { StatusBadge } from '#renderer/components/signal.tsx';
import { act, ask } from '#renderer/lib/office.ts';
import { usePerson } from '#renderer/lib/person.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { privacy } from '#shared/api/privacy.ts';
import { type ExportList, exportLimitOf, exportLists } from '#shared/domain/exports/lists.ts';
import styles from './privacy.module.css';

type Row = z.output<typeof privacy.reports.output>[number];

/** Lists that have a limit: the others need no second person anyway. */
const limited = exportLists.filter((list) => exportLimitOf(list) !== null);

/** Lists that regularly go to somebody, so that nobody has to be asked each time. */
export function RegisteredReports() {
  const { t } = useTranslation('privacy');
  const { t: events } = useTranslation('events');
  const person = usePerson();
  const [adding, setAdding] = useState(false);
  const reports = useQuery(ask.privacy.reports({}));
  const may = person.may('privacy.manage');
  const columns = useMemo<Column<Row>[]>(
    () => [
      { id: 'name', header: t('reports.name'), width: 200, value: ({ name }) => name, fixed: true },
      { id: 'list', header: t('reports.list'), width: 130, value: ({ list }) => events(`exports.${list}`) },
      { id: 'recipient', header: t('reports.recipient'), width: 200, value: ({ recipient }) => recipient },
      { id: 'purpose', header: t('reports.purpose'), width: 260, value: ({ purpose }) => purpose },
      { id: 'by', header: t('reports.by'), kind: 'person', width: 100, value: ({ by }) => by },
      {
        id: 'active',
        header: '',
        width: 90,
        value: ({ active }) => (active ? t('reports.inUse') : t('reports.ended')),
        cell: ({ active }) => (
          <StatusBadge tone={active ? 'ok' : 'plain'}>{active ? t('reports.inUse') : t('reports.ended')}</StatusBadge>
        ),
      },
      {
        id: 'drop',
        header: '',
        width: 80,
        value: () => '',
        cell: (row) => row.active && may && <DropButton row={row} />,
      },
    ],
    [t, events, may],
  );
  return (
    <Section
      title={t('reports.title')}
      count={reports.data?.length}
      aside={
        may && (
          <Button variant="default" size="compact-sm" onClick={() => setAdding(true)}>
            {t('reports.add')}
          </Button>
        )
      }
      flush
    >
      <p className={styles.lead}>{t('reports.text')}</p>
      <DataTable
        id="registeredReports"
        label={t('reports.title')}
        columns={columns}
        rows={reports.data}
        rowKey={({ id }) => id}
        error={reports.error}
        onRetry={() => void reports.refetch()}
        empty={<EmptyState title={t('reports.none')} />}
        dense
      />
      {adding && <ReportDrawer onClose={() => setAdding(false)} />}
    </Section>
  );
}

function DropButton({ row: { id, name, version } }: { row: Row }) {
  const { t } = useTranslation('privacy');
  const drop = useCommand(act.privacy.dropReport);
  const onClick = () =>
    confirmAct({
      title: t('reports.dropTitle', { name }),
      consequence: t('reports.dropText'),
      confirmLabel: t('reports.drop'),
      onConfirm: () => drop.sendOrThrow({ reportId: id, version }),
    });
  return (
    <Button variant="subtle" size="compact-xs" onClick={onClick}>
      {t('reports.drop')}
    </Button>
  );
}

function ReportDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('privacy');
  const { t: common } = useTranslation('common');
  const { t: events } = useTranslation('events');
  const [list, setList] = useState<ExportList>('customers');
  const [values, setValues] = useState({ name: '', recipient: '', purpose: '' });
  const [missing, setMissing] = useState(false);
  const register = useCommand(act.privacy.registerReport, {
    onDone: () => {
      notifications.show({ message: t('reports.saved', { name: values.name }) });
      onClose();
    },
  });
  const field = (name: keyof typeof values) => ({
    label: t(`reports.${name}`),
    required: true,
    value: values[name],
    error: missing && values[name].trim().length < 2 ? common('reasonRequired') : undefined,
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setValues((old) => ({ ...old, [name]: value }));
    },
  });
  return (
    <SideDrawer opened onClose={onClose} label={t('reports.add')} title={t('reports.add')} width={420}>
      <Form
        submitLabel={common('save')}
        onSubmit={() => {
          if (Object.values(values).some((value) => value.trim().length < 2)) setMissing(true);
          else void register.send({ list, ...values });
        }}
        onCancel={onClose}
        dirty={Object.values(values).some((value) => value !== '')}
        busy={register.pending}
        error={register.refusal}
      >
        <div className={styles.fields}>
          <TextInput {...field('name')} data-autofocus maxLength={120} />
          <Select
            label={t('reports.list')}
            data={limited.map((value) => ({ value, label: events(`exports.${value}`) }))}
            value={list}
            allowDeselect={false}
            onChange={(value) => setList(limited.find((one) => one === value) ?? 'customers')}
          />
          <TextInput {...field('recipient')} maxLength={120} />
          <Textarea {...field('purpose')} autosize minRows={2} maxLength={500} />
        </div>
      </Form>
    </SideDrawer>
  );
}
