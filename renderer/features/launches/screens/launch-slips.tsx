import { Button, NumberInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { Form } from '#renderer/components/form.tsx';
import { ListBody, ListMain } from '#renderer/components/list-body.tsx';
import { Page, PageHeader } from '#renderer/components/page.tsx';
import { PanelBlock, SideDrawer, SidePanel } from '#renderer/components/panel.tsx';
import { StatusBadge } from '#renderer/components/signal.tsx';
import { SubjectPapers } from '#renderer/components/subject-papers.tsx';
import { useRecordId } from '#renderer/lib/address.ts';
import { refusalSentence } from '#renderer/lib/error-sentence.ts';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { act, ask } from '#renderer/lib/office.ts';
import { usePerson } from '#renderer/lib/person.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { launches } from '#shared/api/launches.ts';
import { refusalFrom } from '#shared/kernel/errors.ts';
import { EnterSlips } from '../components/enter-slips.tsx';

type Slip = z.output<typeof launches.slips.output>[number];

/** The paper fallback of launch day: numbered blank slips, and the entry of what was written on them. */
export function LaunchSlipsScreen() {
  const { t } = useTranslation('launchDay');
  const launchId = useRecordId('launchId');
  const person = usePerson();
  const launch = useQuery(ask.launches.detail({ launchId }));
  const slips = useQuery(ask.launches.slips({ launchId }));
  const [printing, setPrinting] = useState(false);
  const [entering, setEntering] = useState(false);
  const voidSlip = useCommand(act.launches.voidSlip);
  const spoil = ({ id, number }: Slip) =>
    confirmAct({
      title: t('slips.voidTitle', { number }),
      consequence: t('slips.voidConsequence'),
      confirmLabel: t('slips.void'),
      reason: 'required',
      danger: true,
      onConfirm: async (reason) => {
        await voidSlip.sendOrThrow({ slipId: id, reason });
        notifications.show({ message: t('slips.voided', { number }) });
      },
    });
  const columns = useColumns(person.may('launches.pick') ? spoil : undefined);
  const open = (slips.data ?? []).filter(({ state }) => state === 'printed');
  return (
    <Page
      header={
        <PageHeader
          title={t('slips.title')}
          sub={launch.data && `${launch.data.row.number} · ${launch.data.row.name}`}
          actions={
            <>
              {person.may('launches.write') && (
                <Button variant="default" onClick={() => setPrinting(true)}>
                  {t('slips.print')}
                </Button>
              )}
              {person.may('launches.pick') && open.length > 0 && (
                <Button leftSection={<IconPencil size={15} />} onClick={() => setEntering(true)}>
                  {t('slips.enter')}
                </Button>
              )}
            </>
          }
        />
      }
    >
      <ListBody>
        <ListMain>
          <DataTable
            id="launchSlips"
            label={t('slips.title')}
            columns={columns}
            rows={slips.data}
            rowKey={({ id }) => id}
            error={slips.error}
            onRetry={() => void slips.refetch()}
            empty={<EmptyState title={t('slips.empty')} text={t('slips.emptyText')} />}
            fill
          />
        </ListMain>
        {slips.data !== undefined && slips.data.length > 0 && (
          <SidePanel label={t('slips.papers')} title={t('slips.papers')}>
            <PanelBlock>
              <p>{t('slips.papersText')}</p>
              <SubjectPapers noun="launches" subjectId={launchId} kinds={['fallbackSlips']} renews />
            </PanelBlock>
          </SidePanel>
        )}
      </ListBody>
      {printing && <PrintSlips launchId={launchId} onClose={() => setPrinting(false)} />}
      {entering && launch.data !== undefined && (
        <EnterSlips launch={launch.data} open={open} onClose={() => setEntering(false)} />
      )}
    </Page>
  );
}

const USUAL_COUNT = 60;

function PrintSlips({ launchId, onClose }: { launchId: number; onClose: () => void }) {
  const { t } = useTranslation('launchDay');
  const [count, setCount] = useState<number>(USUAL_COUNT);
  const print = useCommand(act.launches.printSlips, { onDone: onClose });
  return (
    <SideDrawer
      opened
      onClose={onClose}
      label={t('slips.print')}
      title={t('slips.print')}
      sub={t('slips.printSub')}
      width={420}
    >
      <Form
        submitLabel={t('slips.printDo')}
        onSubmit={() => void print.send({ launchId, count })}
        onCancel={onClose}
        busy={print.pending}
        error={print.refusal}
      >
        <NumberInput
          label={t('slips.count')}
          value={count}
          min={1}
          max={300}
          allowDecimal={false}
          required
          onChange={(value) => setCount(Number(value))}
        />
      </Form>
    </SideDrawer>
  );
}

/** The columns of the slips; with `onVoid` whoever works at the desks voids what was spoilt. */
function useColumns(onVoid: ((slip: Slip) => void) | undefined): readonly Column<Slip>[] {
  const { t } = useTranslation('launchDay');
  const language = useLanguage();
  return useMemo<Column<Slip>[]>(
    () => [
      { id: 'number', header: t('slips.number'), width: 160, value: ({ number }) => number, fixed: true },
      {
        id: 'state',
        header: t('columns.state'),
        width: 96,
        value: ({ state }) => t(`slips.states.${state}`),
        cell: ({ state }) => (
          <StatusBadge tone={state === 'entered' ? 'ok' : 'plain'}>{t(`slips.states.${state}`)}</StatusBadge>
        ),
      },
      { id: 'queueNo', header: t('slips.queueNo'), kind: 'number', width: 88, value: ({ queueNo }) => queueNo },
      { id: 'unit', header: t('slips.unit'), width: 98, value: ({ unit }) => unit },
      { id: 'writtenAt', header: t('slips.time'), kind: 'datetime', width: 140, value: ({ writtenAt }) => writtenAt },
      {
        id: 'outcome',
        header: t('slips.result'),
        width: 108,
        value: ({ outcome }) => (outcome === null ? '' : t(`slips.outcome.${outcome}`)),
      },
      {
        id: 'remark',
        header: t('slips.remark'),
        value: ({ remark, refusal }) => (refusal === null ? remark : refusalSentence(refusalFrom(refusal), language)),
      },
      {
        id: 'act',
        header: '',
        width: 76,
        cell: (slip) =>
          slip.state === 'printed' &&
          onVoid !== undefined && (
            <Button variant="subtle" size="compact-sm" onClick={() => onVoid(slip)}>
              {t('slips.void')}
            </Button>
          ),
      },
    ],
    [t, language, onVoid],
  );
}
