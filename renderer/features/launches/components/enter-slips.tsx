import { Button, NativeSelect, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { Form } from '#renderer/components/form.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { RefusalBox, RefusalText } from '#renderer/components/refusal-text.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { useNow } from '#renderer/lib/clock.tsx';
import { act, ask } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { launches } from '#shared/api/launches.ts';
import { slipTimeRefusal } from '#shared/domain/launches/slips.ts';
import { unitLabel } from '#shared/domain/units/label.ts';
import { type Refusal, refusalFrom } from '#shared/kernel/errors.ts';
import { dayOf, type LocalDate } from '#shared/kernel/local-date.ts';
import type { LaunchPage } from '../launch-words.ts';
import { pickingDays, writtenInstant } from '../written-time.ts';
import styles from './launch-day.module.css';
import fieldStyles from './launches.module.css';

type Slip = z.output<typeof launches.slips.output>[number];
type Line = {
  slipId: number;
  number: string;
  queueNo: number;
  unitId: number;
  unit: string;
  writtenAt: number;
  time: string;
};

type EnterSlipsProps = {
  launch: LaunchPage;
  /** Slips that were printed and wait. */
  open: readonly Slip[];
  onClose: () => void;
};

/** Slips as they lie on the table are typed one after the other, then entered together in the order of their times. */
export function EnterSlips({ launch, open, onClose }: EnterSlipsProps) {
  const { t } = useTranslation('launchDay');
  const now = useNow(1_000);
  const launchId = launch.row.id;
  const startedAt = launch.startedAt;
  const days = pickingDays(startedAt, now);
  const board = useQuery(ask.units.board({}));
  const [lines, setLines] = useState<readonly Line[]>([]);
  const [slip, setSlip] = useState<string | null>(null);
  const [queue, setQueue] = useState('');
  const [home, setHome] = useState<string | null>(null);
  const [chosenDay, setDay] = useState<LocalDate>();
  const [time, setTime] = useState('');
  const [impossible, setImpossible] = useState<Refusal>();
  const enter = useCommand(act.launches.enterSlips);
  const [outcomes, setOutcomes] = useState<z.output<typeof launches.enterSlips.output>['outcomes']>();
  const names = new Map((board.data?.buildings ?? []).map(({ id, name }) => [id, name]));
  const offered = new Set(launch.unitIds);
  const homes = (board.data?.units ?? [])
    .filter(({ id }) => offered.has(id))
    .map((unit) => ({
      value: String(unit.id),
      label: unitLabel({ ...unit, building: names.get(unit.buildingId) ?? '' }),
    }));
  const waiting = open.filter(({ id }) => !lines.some(({ slipId }) => slipId === id));
  const day = chosenDay ?? dayOf(now);
  const at = writtenInstant(day, time);
  const add = () => {
    const chosen = waiting.find(({ id }) => String(id) === slip);
    const unit = homes.find(({ value }) => value === home);
    if (chosen === undefined || unit === undefined || at === undefined || Number(queue) < 1) return;
    const refused = slipTimeRefusal(at, { startedAt, now });
    setImpossible(refused);
    if (refused !== undefined) return;
    const line = { slipId: chosen.id, number: chosen.number, queueNo: Number(queue), unitId: Number(unit.value) };
    setLines([...lines, { ...line, unit: unit.label, writtenAt: at, time: days.length > 1 ? `${day} ${time}` : time }]);
    setSlip(null);
    setQueue('');
    setHome(null);
    setTime('');
  };
  const send = async () => {
    const slips = lines.map(({ slipId, queueNo, unitId, writtenAt }) => ({ slipId, queueNo, unitId, writtenAt }));
    const answer = await enter.send({ launchId, slips });
    if (answer === undefined) return;
    setOutcomes(answer.outcomes);
    setLines([]);
  };
  return (
    <SideDrawer
      opened
      width={560}
      onClose={onClose}
      label={t('slips.enter')}
      title={t('slips.enter')}
      sub={t('slips.enterSub')}
      foot={
        <Button disabled={lines.length === 0} loading={enter.pending} onClick={() => void send()}>
          {t('slips.send', { count: lines.length })}
        </Button>
      }
    >
      <Form submitLabel={t('slips.add')} onSubmit={add} onCancel={onClose}>
        <div className={fieldStyles.fields}>
          <Select
            label={t('slips.number')}
            data={waiting.map(({ id, number }) => ({ value: String(id), label: number }))}
            value={slip}
            onChange={setSlip}
            searchable
            required
          />
          <TextInput
            label={t('slips.queueNo')}
            value={queue}
            inputMode="numeric"
            pattern="[1-9][0-9]{0,5}"
            required
            onChange={(event) => setQueue(event.currentTarget.value.replaceAll(/\D/g, ''))}
          />
          <Select label={t('slips.unit')} data={homes} value={home} onChange={setHome} searchable required limit={50} />
          {days.length > 1 && (
            <NativeSelect
              label={t('slips.day')}
              value={day}
              data={[...days]}
              onChange={(event) => setDay(days.find((one) => one === event.currentTarget.value))}
            />
          )}
          <TextInput
            label={t('slips.time')}
            description={t('slips.timeHint')}
            value={time}
            pattern="[0-2]?\d[:：.]?[0-5]\d([:：.]?[0-5]\d)?"
            required
            onChange={(event) => setTime(event.currentTarget.value)}
          />
        </div>
        {impossible !== undefined && <RefusalBox refusal={impossible} />}
      </Form>
      {lines.length > 0 && (
        <ol className={styles.slips} aria-label={t('slips.typed')}>
          {lines.map((line) => (
            <li key={line.slipId}>
              <b>{line.number}</b>
              <span>{t('slips.line', { queue: line.queueNo, unit: line.unit, time: line.time })}</span>
              <Button
                variant="subtle"
                size="compact-sm"
                onClick={() => setLines(lines.filter(({ slipId }) => slipId !== line.slipId))}
              >
                {t('slips.remove')}
              </Button>
            </li>
          ))}
        </ol>
      )}
      {enter.refusal !== undefined && (
        <div className={styles.refusal} role="alert">
          <RefusalText refusal={enter.refusal} />
        </div>
      )}
      {outcomes !== undefined && (
        <ol className={styles.slips} aria-label={t('slips.outcomes')}>
          {outcomes.map((one) => (
            <li key={one.slipId}>
              <b>{one.number}</b>
              <span>{t('slips.short', { queue: one.queueNo, unit: one.unit })}</span>
              <Signal tone={one.outcome === 'picked' ? 'ok' : 'seal'}>{t(`slips.outcome.${one.outcome}`)}</Signal>
              {one.refusal !== null && <RefusalText refusal={refusalFrom(one.refusal)} />}
            </li>
          ))}
        </ol>
      )}
    </SideDrawer>
  );
}
