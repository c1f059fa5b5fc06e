import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { ActionBar } from '#renderer/components/action-bar.tsx';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { Loaded } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { ListBody, ListMain } from '#renderer/components/list-body.tsx';
import { type Fact, Facts, Page, PageHeader } from '#renderer/components/page.tsx';
import { PanelBlock, SidePanel } from '#renderer/components/panel.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { UnitStateBadge } from '#renderer/components/unit-state.tsx';
import { DateTimeText } from '#renderer/components/values.tsx';
import { useAddressState, useRecordId } from '#renderer/lib/address.ts';
import { refusalSentence } from '#renderer/lib/error-sentence.ts';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { act, ask } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { worthText } from '#renderer/lib/worth.ts';
import type { releases } from '#shared/api/releases.ts';
import { sumFen } from '#shared/kernel/money.ts';
import { PlanEditor } from '../components/plan-editor.tsx';
import { ReleaseBadge } from '../components/release-badge.tsx';
import styles from '../components/releases.module.css';
import { TeamCounts } from '../components/team-counts.tsx';

type Detail = z.output<typeof releases.detail.output>;
type Home = Detail['units'][number];

const address = z.object({ plan: z.literal('change').optional().catch(undefined) });

/** One release: its homes, what still stands against them, and the acts. */
export function ReleaseScreen() {
  const releaseId = useRecordId('releaseId');
  const detail = useQuery(ask.releases.detail({ releaseId }));
  return (
    <Loaded query={detail} whole>
      {(found) => <OpenRelease key={releaseId} release={found} />}
    </Loaded>
  );
}

function OpenRelease({ release }: { release: Detail }) {
  const { t } = useTranslation('releases');
  const [{ plan }, change] = useAddressState(address);
  const language = useLanguage();
  const { number, name, state, plannedAt, units, can } = release;
  const changing = plan === 'change' && can['save'] === true;
  const count = units.length;
  const amount = worthText(sumFen(units.flatMap(({ listPrice }) => listPrice ?? [])), language);
  const acts = useReleaseActs(release, amount, () => change({ plan: 'change' }));
  return (
    <Page
      header={
        <PageHeader
          title={name}
          state={<ReleaseBadge state={state} plannedAt={plannedAt} />}
          sub={t('summary', { number, count, amount })}
          actions={!changing && <ActionBar can={state === 'planned' ? can : openOnly(can)} actions={acts} />}
        />
      }
    >
      {changing ? (
        <PlanEditor
          release={release}
          onCancel={() => change({ plan: undefined })}
          onDone={() => {
            notifications.show({ message: t('changed', { number }) });
            change({ plan: undefined });
          }}
        />
      ) : (
        <Homes release={release} />
      )}
    </Page>
  );
}

/** Of a release that is done nothing is offered but to open it to every team. */
function openOnly(can: Detail['can']): Detail['can'] {
  const openToAll = can['openToAll'];
  return openToAll === undefined ? {} : { openToAll };
}

function useReleaseActs(release: Detail, amount: string, onChange: () => void) {
  const { t } = useTranslation('releases');
  const { id: releaseId, version, name, units } = release;
  const count = units.length;
  const send = useCommand(act.releases.release, {
    onDone: ({ released }) => notifications.show({ message: t('done', { count: released }) }),
  });
  const cancel = useCommand(act.releases.cancel);
  const openToAll = useCommand(act.releases.openToAll);
  const ask = {
    release: () =>
      confirmAct({
        title: t('releaseTitle', { name }),
        consequence: t('releaseConsequence', { count, amount }),
        confirmLabel: t('release'),
        onConfirm: () => send.sendOrThrow({ releaseId, version }),
      }),
    cancel: () =>
      confirmAct({
        title: t('cancelTitle', { name }),
        consequence: t('cancelConsequence', { count }),
        confirmLabel: t('cancel'),
        reason: 'required',
        danger: true,
        onConfirm: (reason) => cancel.sendOrThrow({ releaseId, version, reason }),
      }),
    openToAll: () =>
      confirmAct({
        title: t('openTitle', { name }),
        consequence: t('openConsequence'),
        confirmLabel: t('openToAll'),
        onConfirm: () => openToAll.sendOrThrow({ releaseId, version }),
      }),
  };
  return [
    { id: 'cancel', label: t('cancel'), look: 'danger' as const, busy: cancel.pending, onRun: ask.cancel },
    { id: 'save', label: t('planChange'), onRun: onChange },
    { id: 'release', label: t('release'), look: 'primary' as const, busy: send.pending, onRun: ask.release },
    { id: 'openToAll', label: t('openToAll'), busy: openToAll.pending, onRun: ask.openToAll },
  ];
}

function Homes({ release }: { release: Detail }) {
  const { t } = useTranslation('releases');
  const navigate = useNavigate();
  const columns = useHomeColumns(release.state === 'planned');
  return (
    <ListBody>
      <ListMain>
        <DataTable
          id="release-homes"
          label={t('homesOf', { name: release.name })}
          columns={columns}
          rows={release.units}
          rowKey={({ unitId }) => unitId}
          onOpen={({ unitId }) => void navigate({ to: '/sales/board' as string, search: { unit: unitId } })}
          exports={{ list: 'units', title: `${release.number} ${release.name}` }}
          fill
        />
      </ListMain>
      <SidePanel label={t('plan')} title={t('plan')} width={340}>
        <PanelBlock>
          <PlanFacts release={release} />
        </PanelBlock>
        <PanelBlock>
          <h3 className={styles.title}>{t('byTeam')}</h3>
          <TeamCounts homes={release.units} />
        </PanelBlock>
        {release.state === 'planned' && (
          <PanelBlock>
            <Against units={release.units} />
          </PanelBlock>
        )}
      </SidePanel>
    </ListBody>
  );
}

function PlanFacts({ release }: { release: Detail }) {
  const { t } = useTranslation('releases');
  const { plannedAt, exclusiveUntil, plannedBy, releasedAt, releasedBy, cancelledAt, cancelReason } = release;
  const items: Fact[] = [
    { key: 'plannedAt', label: t('plannedAt'), value: <DateTimeText at={plannedAt} /> },
    {
      key: 'until',
      label: t('exclusiveUntil'),
      value: exclusiveUntil === null ? t('noEnd') : <DateTimeText at={exclusiveUntil} />,
    },
    { key: 'plannedBy', label: t('plannedBy'), value: plannedBy },
  ];
  if (releasedAt !== null)
    items.push({
      key: 'releasedAt',
      label: t('releasedAt'),
      value: (
        <>
          <DateTimeText at={releasedAt} /> {releasedBy}
        </>
      ),
    });
  if (cancelledAt !== null)
    items.push(
      { key: 'cancelledAt', label: t('cancelledAt'), value: <DateTimeText at={cancelledAt} /> },
      { key: 'why', label: t('cancelReason'), value: cancelReason },
    );
  return <Facts items={items} />;
}

/** What stands against the release, each reason once with how many homes it keeps back. */
function Against({ units }: { units: readonly Home[] }) {
  const { t } = useTranslation('releases');
  const kept = units.filter(({ against }) => against !== null);
  const reasons = new Map<string, Home[]>();
  for (const home of kept) {
    const code = home.against?.code ?? '';
    reasons.set(code, [...(reasons.get(code) ?? []), home]);
  }
  if (kept.length === 0) return <Signal tone="ok">{t('ready')}</Signal>;
  return (
    <>
      <h3 className={styles.title}>{t('against', { count: kept.length })}</h3>
      <ul className={styles.against}>
        {[...reasons].map(([code, homes]) => {
          const [first] = homes;
          return (
            first?.against && (
              <li key={code}>
                <b>{t('againstHomes', { count: homes.length, unit: first.label })}</b>
                <RefusalText refusal={first.against} />
              </li>
            )
          );
        })}
      </ul>
    </>
  );
}

function useHomeColumns(planned: boolean): readonly Column<Home>[] {
  const { t } = useTranslation('releases');
  const { t: units } = useTranslation('units');
  const { t: labels } = useTranslation('labels');
  const { t: states } = useTranslation('unitStates');
  const language = useLanguage();
  return useMemo<Column<Home>[]>(
    () => [
      { id: 'unit', header: units('list.unit'), width: 120, fixed: true, value: ({ label }) => label },
      {
        id: 'state',
        header: units('list.state'),
        width: 128,
        value: ({ state }) => states(`name.${state}`),
        cell: ({ state }) => <UnitStateBadge state={state} />,
      },
      { id: 'use', header: units('list.use'), width: 80, hidden: true, value: ({ use }) => labels(`unitUses.${use}`) },
      { id: 'houseType', header: units('list.houseType'), width: 130, value: ({ houseType }) => houseType },
      { id: 'built', header: units('list.built'), kind: 'area', width: 110, value: ({ builtArea }) => builtArea },
      { id: 'total', header: units('list.total'), kind: 'money', width: 130, value: ({ listPrice }) => listPrice },
      {
        id: 'team',
        header: t('team'),
        width: 110,
        value: ({ team }) => (team === '' ? t('everybody') : team),
      },
      ...(planned
        ? [
            {
              id: 'against',
              header: t('obstacle'),
              value: ({ against }: Home) => (against === null ? t('ready') : refusalSentence(against, language)),
            },
          ]
        : []),
    ],
    [t, units, labels, states, planned, language],
  );
}
