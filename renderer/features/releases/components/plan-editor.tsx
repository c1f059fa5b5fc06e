import { Button, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { EmptyState, Loaded } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { FilterRow, SearchField } from '#renderer/components/filters.tsx';
import { Form } from '#renderer/components/form.tsx';
import { ListBody, ListMain } from '#renderer/components/list-body.tsx';
import { MomentInput } from '#renderer/components/moment-input.tsx';
import { SidePanel } from '#renderer/components/panel.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { act, ask } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { releases } from '#shared/api/releases.ts';
import { addDays, instantOf } from '#shared/kernel/local-date.ts';
import { afterTicking, type Chosen, givenTo } from './plan-choice.ts';
import styles from './releases.module.css';
import { TeamCounts } from './team-counts.tsx';

type Choice = z.output<typeof releases.choice.output>;
type Detail = z.output<typeof releases.detail.output>;
type Home = Choice['units'][number];

/** Doors open, doors close: minutes from midnight. */
const MORNING = 9 * 60;
const EVENING = 18 * 60;
/** Stands for everybody where a choice can't be empty. */
const EVERYBODY = '*';

type PlanEditorProps = {
  /** The release that is changed; undefined plans a new one. */
  release?: Detail;
  onDone: (releaseId: number, number: string) => void;
  onCancel: () => void;
};

/** Plans a release: which homes on the left, when and by whom on the right. */
export function PlanEditor(props: PlanEditorProps) {
  const choice = useQuery(ask.releases.choice({ releaseId: props.release?.id ?? null }));
  return (
    <Loaded query={choice} whole>
      {(found) => <OpenEditor {...props} choice={found} />}
    </Loaded>
  );
}

function OpenEditor({ release, choice, onDone, onCancel }: PlanEditorProps & { choice: Choice }) {
  const { t } = useTranslation('releases');
  const { t: common } = useTranslation('common');
  const { t: units } = useTranslation('units');
  const today = useToday();
  const [name, setName] = useState(release?.name ?? '');
  const [plannedAt, setPlannedAt] = useState<number | null>(
    release?.plannedAt ?? instantOf(addDays(today, 1), MORNING),
  );
  const [exclusiveUntil, setExclusiveUntil] = useState<number | null>(release?.exclusiveUntil ?? null);
  const [chosen, setChosen] = useState<Chosen>(
    () => new Map(release?.units.map(({ unitId, team }) => [unitId, team]) ?? []),
  );
  const [team, setTeam] = useState('');
  const [building, setBuilding] = useState<string | null>(null);
  const [text, setText] = useState('');
  const [touched, setTouched] = useState(false);
  const wanted = useDeferredValue(text.trim().toLowerCase());
  const free = choice.units.filter(({ elsewhere }) => elsewhere === null);
  const buildings = [...new Map(free.map(({ buildingId, buildingName }) => [String(buildingId), buildingName]))];
  const rows = free.filter(
    (home) =>
      (building === null || String(home.buildingId) === building) &&
      `${home.label} ${home.houseType}`.toLowerCase().includes(wanted),
  );
  const shown = rows.map(({ unitId }) => unitId);
  const save = useCommand(act.releases.save, { onDone: ({ releaseId, number }) => onDone(releaseId, number) });
  const columns = usePlanColumns(chosen);
  const change = (next: Chosen) => {
    setTouched(true);
    setChosen(next);
  };
  const inPlan = free.filter(({ unitId }) => chosen.has(unitId));
  const teams = [
    { value: EVERYBODY, label: t('everybody') },
    ...choice.teams.map((one) => ({ value: one, label: one })),
  ];
  const send = () => {
    if (plannedAt === null || inPlan.length === 0) return;
    void save.send({
      release: release === undefined ? null : { id: release.id, version: release.version },
      name: name.trim(),
      plannedAt,
      exclusiveUntil,
      units: inPlan.map(({ unitId }) => ({ unitId, team: chosen.get(unitId) ?? '' })),
    });
  };
  const elsewhere = choice.units.length - free.length;
  return (
    <ListBody>
      <ListMain>
        <DataTable
          id="release-choice"
          label={t('choose')}
          columns={columns}
          rows={rows}
          rowKey={({ unitId }) => unitId}
          checkedKeys={shown.filter((unitId) => chosen.has(unitId))}
          onCheck={(keys) => change(afterTicking(chosen, shown, keys.map(Number), team))}
          filters={
            <FilterRow>
              <SearchField label={t('search')} value={text} onChange={setText} width={200} />
              <Select
                w={130}
                size="xs"
                aria-label={units('list.building')}
                placeholder={units('list.allBuildings')}
                clearable
                data={buildings.map(([value, label]) => ({ value, label }))}
                value={building}
                onChange={setBuilding}
              />
            </FilterRow>
          }
          summary={
            elsewhere === 0 ? t('open', { count: free.length }) : t('openAndPlanned', { count: free.length, elsewhere })
          }
          empty={<EmptyState title={choice.units.length === 0 ? t('nothingOpen') : t('nothingFound')} />}
          fill
        />
      </ListMain>
      <SidePanel label={t('plan')} title={release === undefined ? t('planNew') : t('planChange')} width={356}>
        <Form
          submitLabel={release === undefined ? t('planSave') : common('save')}
          onSubmit={send}
          onCancel={onCancel}
          dirty={touched || name !== (release?.name ?? '')}
          busy={save.pending}
          error={save.refusal}
        >
          <div className={styles.fields}>
            <TextInput
              label={t('name')}
              value={name}
              required
              maxLength={120}
              data-autofocus
              placeholder={t('nameHint')}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <MomentInput
              label={t('plannedAt')}
              value={plannedAt}
              required
              firstMinutes={MORNING}
              onChange={setPlannedAt}
            />
            <MomentInput
              label={t('exclusiveUntil')}
              value={exclusiveUntil}
              firstMinutes={EVENING}
              placeholder={t('noEnd')}
              onChange={setExclusiveUntil}
            />
            <Select
              label={t('team')}
              description={choice.teams.length === 0 ? t('noTeams') : t('teamHint')}
              data={teams}
              value={team === '' ? EVERYBODY : team}
              allowDeselect={false}
              onChange={(value) => setTeam(value === null || value === EVERYBODY ? '' : value)}
            />
            <Button
              variant="default"
              size="xs"
              disabled={!shown.some((unitId) => chosen.has(unitId) && chosen.get(unitId) !== team)}
              onClick={() => change(givenTo(chosen, shown, team))}
            >
              {t('giveShown', { team: team === '' ? t('everybody') : team })}
            </Button>
            {inPlan.length === 0 ? (
              <p className={styles.note}>{t('nothingChosen')}</p>
            ) : (
              <TeamCounts
                homes={inPlan.map(({ unitId, listPrice }) => ({ team: chosen.get(unitId) ?? '', listPrice }))}
              />
            )}
          </div>
        </Form>
      </SidePanel>
    </ListBody>
  );
}

function usePlanColumns(chosen: Chosen): readonly Column<Home>[] {
  const { t } = useTranslation('releases');
  const { t: units } = useTranslation('units');
  const { t: labels } = useTranslation('labels');
  return useMemo<Column<Home>[]>(
    () => [
      { id: 'unit', header: units('list.unit'), width: 120, fixed: true, value: ({ label }) => label },
      { id: 'use', header: units('list.use'), width: 80, value: ({ use }) => labels(`unitUses.${use}`) },
      { id: 'houseType', header: units('list.houseType'), value: ({ houseType }) => houseType },
      { id: 'floor', header: units('list.floor'), kind: 'number', width: 64, value: ({ floor }) => floor },
      { id: 'built', header: units('list.built'), kind: 'area', width: 110, value: ({ builtArea }) => builtArea },
      { id: 'total', header: units('list.total'), kind: 'money', width: 130, value: ({ listPrice }) => listPrice },
      {
        id: 'team',
        header: t('team'),
        width: 110,
        value: ({ unitId }) => {
          const team = chosen.get(unitId);
          return team === '' ? t('everybody') : team;
        },
      },
    ],
    [t, units, labels, chosen],
  );
}
