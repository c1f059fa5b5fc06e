import { Button, Select, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { Form } from '#renderer/components/form.tsx';
import { Facts, Section } from '#renderer/components/page.tsx';
import { PanelBlock, SideDrawer } from '#renderer/components/panel.tsx';
import { DueSignal, StatusBadge } from '#renderer/components/signal.tsx';
import { SubjectPapers } from '#renderer/components/subject-papers.tsx';
import { act, ask } from '#renderer/lib/office.ts';
import { usePerson } from '#renderer/lib/person.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { privacy } from '#shared/api/privacy.ts';
import styles from './privacy.module.css';

type Row = z.output<typeof privacy.requests.output>[number];

const tones = { open: 'amber', done: 'ok', refused: 'plain' } as const;
const results = ['done', 'refused'] as const;

/** What people ask about their own data, with the day by which each is answered. */
export function RequestsSection() {
  const { t } = useTranslation('privacy');
  const requests = useQuery(ask.privacy.requests({ customerId: null }));
  const [openId, setOpenId] = useState<number>();
  const open = requests.data?.find(({ id }) => id === openId);
  const columns = useMemo<Column<Row>[]>(
    () => [
      { id: 'number', header: t('requests.number'), width: 130, value: ({ number }) => number, fixed: true },
      { id: 'kind', header: t('requests.kind'), width: 120, value: ({ kind }) => t(`requestKinds.${kind}`) },
      { id: 'customer', header: t('requests.customer'), kind: 'person', width: 120, value: ({ name }) => name },
      {
        id: 'received',
        header: t('requests.receivedOn'),
        kind: 'date',
        width: 110,
        value: ({ receivedOn }) => receivedOn,
      },
      {
        id: 'due',
        header: t('requests.dueOn'),
        kind: 'date',
        width: 150,
        value: ({ dueOn }) => dueOn,
        cell: ({ dueOn, state }) => (state === 'open' ? <DueSignal dueOn={dueOn} soonDays={3} /> : dueOn),
      },
      {
        id: 'state',
        header: t('requests.state'),
        width: 100,
        value: ({ state }) => t(`requestStates.${state}`),
        cell: ({ state }) => <StatusBadge tone={tones[state]}>{t(`requestStates.${state}`)}</StatusBadge>,
      },
      { id: 'wish', header: t('requests.wish'), width: 320, value: ({ wish }) => wish },
      {
        id: 'by',
        header: t('requests.by'),
        kind: 'person',
        width: 100,
        value: ({ answeredBy, takenBy }) => answeredBy ?? takenBy,
      },
    ],
    [t],
  );
  return (
    <Section title={t('requests.title')} count={requests.data?.length} flush>
      <DataTable
        id="subjectRequests"
        label={t('requests.title')}
        columns={columns}
        rows={requests.data}
        rowKey={({ id }) => id}
        error={requests.error}
        onRetry={() => void requests.refetch()}
        onOpen={({ id }) => setOpenId(id)}
        empty={<EmptyState title={t('requests.none')} text={t('requests.noneText')} />}
      />
      {open !== undefined && <RequestPanel key={open.id} request={open} onClose={() => setOpenId(undefined)} />}
    </Section>
  );
}

function RequestPanel({ request, onClose }: { request: Row; onClose: () => void }) {
  const { t } = useTranslation('privacy');
  const person = usePerson();
  const navigate = useNavigate();
  const title = t('requests.answerTitle', { number: request.number });
  const may = person.may('privacy.manage');
  return (
    <SideDrawer opened onClose={onClose} label={title} title={title} sub={`${request.file} · ${request.name}`}>
      <PanelBlock>
        <Facts
          items={[
            { label: t('requests.kind'), value: t(`requestKinds.${request.kind}`) },
            { label: t('requests.receivedOn'), value: request.receivedOn },
            { label: t('requests.dueOn'), value: request.dueOn },
            { label: t('requests.wish'), value: request.wish === '' ? '—' : request.wish },
            ...(request.state === 'open' ? [] : [{ label: t('requests.answer'), value: request.answer }]),
          ]}
        />
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => void navigate({ to: `/reception/customers/${request.customerId}` as string })}
        >
          {t('requests.open')}
        </Button>
      </PanelBlock>
      {may && (
        <PanelBlock>
          <SubjectPapers noun="subjectRequests" subjectId={request.id} kinds={['personalReport']} renews />
        </PanelBlock>
      )}
      {may && request.state === 'open' && <AnswerForm request={request} onClose={onClose} />}
    </SideDrawer>
  );
}

function AnswerForm({ request, onClose }: { request: Row; onClose: () => void }) {
  const { t } = useTranslation('privacy');
  const { t: common } = useTranslation('common');
  const [state, setState] = useState<(typeof results)[number]>('done');
  const [answer, setAnswer] = useState('');
  const [missing, setMissing] = useState(false);
  const send = useCommand(act.privacy.answerRequest, {
    onDone: () => {
      notifications.show({ message: t('requests.answered', { number: request.number }) });
      onClose();
    },
  });
  return (
    <Form
      submitLabel={common('save')}
      onSubmit={() => {
        if (answer.trim().length < 2) setMissing(true);
        else void send.send({ requestId: request.id, version: request.version, state, answer });
      }}
      onCancel={onClose}
      dirty={answer !== ''}
      busy={send.pending}
      error={send.refusal}
    >
      <div className={styles.fields}>
        <Select
          label={t('requests.result')}
          data={results.map((value) => ({ value, label: t(`requestStates.${value}`) }))}
          value={state}
          allowDeselect={false}
          onChange={(value) => setState(results.find((one) => one === value) ?? 'done')}
        />
        <Textarea
          label={t('requests.answerText')}
          required
          autosize
          minRows={3}
          maxLength={500}
          value={answer}
          error={missing ? common('reasonRequired') : undefined}
          onChange={(event) => {
            setAnswer(event.currentTarget.value);
            setMissing(false);
          }}
        />
      </div>
    </Form>
  );
}
