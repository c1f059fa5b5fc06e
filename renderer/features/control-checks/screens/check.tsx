import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { ActionBar } from '#renderer/components/action-bar.tsx';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { EmptyState, Loaded } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { ListBody, ListMain } from '#renderer/components/list-body.tsx';
import { Facts, Page, PageHeader } from '#renderer/components/page.tsx';
import { PanelBlock, SidePanel } from '#renderer/components/panel.tsx';
import { SubjectPapers } from '#renderer/components/subject-papers.tsx';
import { UnitStateBadge } from '#renderer/components/unit-state.tsx';
import { DateTimeText } from '#renderer/components/values.tsx';
import { useRecordId } from '#renderer/lib/address.ts';
import { formatCount } from '#renderer/lib/format.ts';
import { act, ask } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { controlChecks } from '#shared/api/control-checks.ts';
import { totalsOf } from '#shared/domain/control/figures.ts';
import { inGroups } from '#shared/domain/events/heads.ts';
import { unitCommercialStates } from '#shared/domain/units/states.ts';
import { CheckBadge } from '../components/check-badge.tsx';
import styles from '../components/control.module.css';
import { type Difference, useDifferenceWords } from '../components/use-difference-words.ts';

type Detail = z.output<typeof controlChecks.detail.output>;

/** One check: its differences with their records and explanations, its figures, its signatures and its paper. */
export function CheckScreen() {
  const checkId = useRecordId('checkId');
  const detail = useQuery(ask.controlChecks.detail({ checkId }));
  return (
    <Loaded query={detail} whole>
      {(found) => <OpenCheck key={checkId} check={found} />}
    </Loaded>
  );
}

function OpenCheck({ check }: { check: Detail }) {
  const { t } = useTranslation('control');
  const navigate = useNavigate();
  const { id: checkId, version, number, day, state, found, units, can } = check;
  const sign = useCommand(act.controlChecks.sign);
  const askSign = () =>
    confirmAct({
      title: t('signTitle', { number }),
      consequence: t('signConsequence', { count: found.length, homes: formatCount(units) }),
      confirmLabel: t('sign'),
      onConfirm: () => sign.sendOrThrow({ checkId, version }),
    });
  const columns = useDifferenceColumns(can['explain'] === true && check.supervisor === null && check.manager === null);
  return (
    <Page
      header={
        <PageHeader
          title={t('titleOf', { day })}
          state={<CheckBadge state={state} />}
          sub={t('summary', { number, homes: formatCount(units), count: found.length })}
          actions={
            <ActionBar
              can={can['sign'] === undefined || state !== 'open' ? {} : { sign: can['sign'] }}
              actions={[{ id: 'sign', label: t('sign'), look: 'primary', busy: sign.pending, onRun: askSign }]}
            />
          }
        />
      }
    >
      <ListBody>
        <ListMain>
          <DataTable
            id="control-differences"
            label={t('differences')}
            columns={columns}
            rows={found}
            rowKey={({ id }) => id}
            onOpen={({ unitId }) =>
              unitId !== null && void navigate({ to: '/sales/board' as string, search: { unit: unitId } })
            }
            empty={<EmptyState title={t('agree')} text={t('agreeText', { count: units })} />}
            fill
          />
        </ListMain>
        <CheckPanel check={check} />
      </ListBody>
    </Page>
  );
}

function CheckPanel({ check }: { check: Detail }) {
  const { t } = useTranslation('control');
  const { figures, runAt, runBy, supervisor, manager, seq, head, can } = check;
  const totals = totalsOf(figures);
  const signature = (by: Detail['manager']) =>
    by === null ? (
      t('notSigned')
    ) : (
      <>
        {by.by} <DateTimeText at={by.at} short />
      </>
    );
  const counts = (['subscriptions', 'contracts', 'claims'] as const).map((name) => ({
    key: name,
    label: t(name),
    value: <span className={styles.count}>{formatCount(figures[name])}</span>,
  }));
  return (
    <SidePanel label={t('check')} title={t('check')} width={340}>
      <PanelBlock>
        <Facts
          items={[
            {
              key: 'run',
              label: t('runAt'),
              value: (
                <>
                  <DateTimeText at={runAt} /> {runBy}
                </>
              ),
            },
            { key: 'supervisor', label: t('supervisor'), value: signature(supervisor) },
            { key: 'manager', label: t('manager'), value: signature(manager) },
          ]}
        />
      </PanelBlock>
      <PanelBlock>
        <h3 className={styles.title}>{t('paper')}</h3>
        <SubjectPapers noun="controlChecks" subjectId={check.id} kinds={['controlCheck']} allowed={can['issue']} />
      </PanelBlock>
      <PanelBlock>
        <h3 className={styles.title}>{t('compared')}</h3>
        <Facts
          items={[
            ...unitCommercialStates
              .filter((state) => totals[state] !== undefined)
              .map((state) => ({
                key: state,
                label: <UnitStateBadge state={state} />,
                value: <span className={styles.count}>{formatCount(totals[state] ?? 0)}</span>,
              })),
            ...counts,
          ]}
        />
      </PanelBlock>
      <PanelBlock>
        <h3 className={styles.title}>{t('log', { seq: formatCount(seq) })}</h3>
        <p className={styles.hash}>{inGroups(head)}</p>
      </PanelBlock>
    </SidePanel>
  );
}

function useDifferenceColumns(mayExplain: boolean): readonly Column<Difference>[] {
  const { t } = useTranslation('control');
  const navigate = useNavigate();
  const words = useDifferenceWords();
  const { sendOrThrow } = useCommand(act.controlChecks.explain);
  const askExplain = (difference: Difference) =>
    confirmAct({
      title: t('explainTitle', { unit: difference.unit || t('someRecord') }),
      consequence: t('explainConsequence', {
        what: words.whatOf(difference),
        expected: words.expectedOf(difference),
        found: words.foundOf(difference),
      }),
      confirmLabel: t('explain'),
      reason: 'required',
      onConfirm: (explanation) => sendOrThrow({ differenceId: difference.id, explanation }),
    });
  const record = (to: string, number: string) => (
    <Button key={to} variant="subtle" size="compact-xs" onClick={() => void navigate({ to })}>
      {number}
    </Button>
  );
  return [
    { id: 'unit', header: t('home'), width: 112, fixed: true, value: ({ unit }) => unit || t('someRecord') },
    { id: 'kind', header: t('difference'), width: 150, value: words.whatOf },
    { id: 'expected', header: t('expected'), width: 150, value: words.expectedOf },
    { id: 'found', header: t('foundWord'), width: 150, value: words.foundOf },
    {
      id: 'records',
      header: t('records'),
      width: 130,
      value: ({ subscription, contract }) => contract?.number ?? subscription?.number,
      cell: ({ subscription, contract }) => (
        <>
          {subscription !== null && record(`/contracts/subscriptions/${subscription.id}`, subscription.number)}
          {contract !== null && record(`/contracts/contracts/${contract.id}`, contract.number)}
        </>
      ),
    },
    {
      id: 'explanation',
      header: t('explanation'),
      value: ({ explanation }) => explanation,
      cell: ({ explanation, explained }) =>
        explained === null ? (
          <span className={styles.dim}>{t('unexplained')}</span>
        ) : (
          `${explanation}（${explained.by}）`
        ),
    },
    ...(mayExplain
      ? [
          {
            id: 'explain',
            header: '',
            width: 88,
            cell: (difference: Difference) => (
              <Button variant="default" size="compact-xs" onClick={() => askExplain(difference)}>
                {t('explain')}
              </Button>
            ),
          },
        ]
      : []),
  ];
}
