import { Button, NativeSelect } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Loaded } from '#renderer/components/data-states.tsx';
import { Page, PageHeader } from '#renderer/components/page.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { StatusBadge } from '#renderer/components/signal.tsx';
import { SubjectPapers } from '#renderer/components/subject-papers.tsx';
import { useAddressState, useRecordId } from '#renderer/lib/address.ts';
import { formatArea, formatMoney } from '#renderer/lib/format.ts';
import { useHotkey } from '#renderer/lib/hotkeys.ts';
import { act, ask } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { launches } from '#shared/api/launches.ts';
import { unitLabel } from '#shared/domain/units/label.ts';
import { DeskTurn } from '../components/desk-turn.tsx';
import { HomesGrid } from '../components/homes-grid.tsx';
import styles from '../components/launch-day.module.css';
import { WishList } from '../components/wish-list.tsx';
import { type OfferedHome, useOfferedHomes } from '../hooks/use-offered-homes.ts';

const address = z.object({
  desk: z.coerce.number().int().optional(),
  building: z.coerce.number().int().optional(),
  /** What was picked here last: its slips are issued one after the other, each on a page from which one comes back. */
  picked: z.object({ id: z.int(), number: z.string(), unit: z.string() }).optional().catch(undefined),
});

type Detail = z.output<typeof launches.detail.output>;

/** A pick desk (选房台) on launch day: whose turn it is, what they wish for, the homes, and one key that picks. */
export function PickDeskScreen() {
  const launchId = useRecordId('launchId');
  const launch = useQuery(ask.launches.detail({ launchId }));
  return (
    <Loaded query={launch} skeletonRows={12} whole>
      {(detail) => <Desk launchId={launchId} detail={detail} />}
    </Loaded>
  );
}

function Desk({ launchId, detail }: { launchId: number; detail: Detail }) {
  const { t } = useTranslation('launchDay');
  const [{ desk: wanted, building: shown, picked }, change] = useAddressState(address);
  const desk = detail.desks.find(({ id }) => id === wanted) ?? detail.desks[0];
  const { query, homes, buildings } = useOfferedHomes(detail.unitIds);
  const [chosenId, setChosen] = useState<number>();
  const turn = desk?.turn ?? null;
  const names = useMemo(() => new Map(buildings.map(({ id, name }) => [id, name])), [buildings]);
  const labelOf = (home: OfferedHome) => unitLabel({ ...home, building: names.get(home.buildingId) ?? '' });
  const wished = (turn?.wishes ?? []).flatMap((id) => homes.find((home) => home.id === id) ?? []);
  const chosen = homes.find(({ id }) => id === chosenId);
  const inLaunch = buildings.filter(({ id }) => homes.some(({ buildingId }) => buildingId === id));
  const building = inLaunch.find(({ id }) => id === (chosen?.buildingId ?? shown)) ?? inLaunch[0];
  const call = useCommand(act.launches.call, { onDone: () => change({ picked: undefined }, { replace: true }) });
  const pass = useCommand(act.launches.pass);
  const noShow = useCommand(act.launches.noShow);
  const pick = useCommand(act.launches.pick, {
    onDone: ({ pickId, number }) => {
      const unit = chosen === undefined ? '' : labelOf(chosen);
      change({ picked: { id: pickId, number, unit } }, { replace: true });
      setChosen(undefined);
      notifications.show({ message: t('picked', { unit, number }) });
    },
  });
  const { reset: resetPick } = pick;
  // Whoever comes next begins with nothing chosen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the person at the desk decides
  useEffect(() => {
    setChosen(undefined);
    resetPick();
  }, [turn?.intentId, resetPick]);
  const here = desk === undefined || turn === null ? undefined : { launchId, deskId: desk.id, intentId: turn.intentId };
  const doPick = () => {
    if (here !== undefined && chosen !== undefined && !pick.pending) void pick.send({ ...here, unitId: chosen.id });
  };
  const choose = (unitId: number) => {
    pick.reset();
    setChosen(unitId);
  };
  useHotkey('F10', here === undefined || chosen === undefined ? undefined : doPick);
  useWishKeys(turn === null ? [] : wished.map(({ id }) => id), choose);
  const refusal = pick.refusal ?? call.refusal ?? pass.refusal ?? noShow.refusal;
  return (
    <Page
      header={
        <PageHeader
          title={t('deskTitle')}
          sub={`${detail.row.number} · ${detail.row.name}`}
          state={
            <StatusBadge tone={detail.row.state === 'running' ? 'ok' : 'amber'}>
              {t(`states.${detail.row.state}`)}
            </StatusBadge>
          }
          actions={
            <NativeSelect
              size="sm"
              aria-label={t('desk')}
              value={String(desk?.id ?? '')}
              data={detail.desks.map(({ id, name }) => ({ value: String(id), label: name }))}
              onChange={(event) => change({ desk: Number(event.currentTarget.value) })}
            />
          }
        />
      }
    >
      <div className={styles.page}>
        <div className={styles.desk}>
          <DeskTurn
            turn={turn}
            call={detail.can['call']}
            busy={call.pending || pass.pending || noShow.pending}
            onCall={() => desk !== undefined && void call.send({ launchId, deskId: desk.id })}
            onPass={() => here !== undefined && void pass.send(here)}
            onNoShow={() => here !== undefined && void noShow.send(here)}
          />
          {turn !== null && (
            <div className={styles.chosen}>
              <h2>{chosen === undefined ? t('chooseOne') : labelOf(chosen)}</h2>
              <p>
                {chosen === undefined
                  ? t('chooseHow')
                  : [
                      chosen.houseType,
                      chosen.orientation,
                      `${formatArea(chosen.builtArea)} ㎡`,
                      chosen.listPrice === null ? '' : formatMoney(chosen.listPrice),
                    ]
                      .filter((part) => part !== '')
                      .join(' · ')}
              </p>
              <div className={styles.buttons}>
                <Button disabled={chosen === undefined} loading={pick.pending} onClick={doPick}>
                  {t('pick')}
                </Button>
              </div>
            </div>
          )}
          {refusal !== undefined && (
            <div className={styles.refusal} role="alert">
              <RefusalText refusal={refusal} />
            </div>
          )}
          {turn !== null && <WishList homes={wished} labelOf={labelOf} chosen={chosenId} onChoose={choose} />}
          {picked !== undefined && (
            <div className={styles.chosen}>
              <h2>{t('last', { unit: picked.unit, number: picked.number })}</h2>
              <SubjectPapers noun="launchPicks" subjectId={picked.id} kinds={['pickSlip', 'paymentSlip']} />
            </div>
          )}
        </div>
        <div className={styles.board}>
          <div className={styles.buildings}>
            {inLaunch.map(({ id, name }) => (
              <button
                key={id}
                type="button"
                aria-pressed={id === building?.id}
                onClick={() => {
                  setChosen(undefined);
                  change({ building: id });
                }}
              >
                {name}
                <small>
                  {t('free', {
                    count: homes.filter((home) => home.buildingId === id && home.state === 'available').length,
                  })}
                </small>
              </button>
            ))}
            <span>{t('cells')}</span>
          </div>
          <Loaded query={query} skeletonRows={10}>
            {() => (
              <HomesGrid
                buildingName={building?.name ?? ''}
                homes={homes.filter(({ buildingId }) => buildingId === building?.id)}
                chosen={chosenId}
                wishes={turn?.wishes ?? []}
                onChoose={choose}
              />
            )}
          </Loaded>
        </div>
      </div>
    </Page>
  );
}

/** A digit chooses a wish by its place, unless somebody types. */
function useWishKeys(wishes: readonly number[], choose: (unitId: number) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) return;
      const unitId = /^[1-9]$/.test(event.key) ? wishes[Number(event.key) - 1] : undefined;
      if (unitId !== undefined) choose(unitId);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
}
