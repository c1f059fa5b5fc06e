import { Button, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { MoneyInput } from '#renderer/components/amount-inputs.tsx';
import { Loaded } from '#renderer/components/data-states.tsx';
import { MomentInput } from '#renderer/components/moment-input.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { Wizard, type WizardStep } from '#renderer/components/wizard.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { act, ask } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { launches } from '#shared/api/launches.ts';
import { addDays, instantOf } from '#shared/kernel/local-date.ts';
import { fen } from '#shared/kernel/money.ts';
import { deskNames, type LaunchPage, savedDesks } from '../launch-words.ts';
import styles from './launches.module.css';

/** Doors open: minutes from midnight. */
const MORNING = 9 * 60;
/** Stands for all homes where a choice can't be empty. */
const EVERY = '*';

type PlanWizardProps = {
  /** The launch that is changed; undefined plans a new one. */
  launch?: LaunchPage;
  onDone: (launchId: number, number: string) => void;
  onCancel: () => void;
};

type Plan = Omit<LaunchPage['plan'], 'opensAt' | 'intentMoney'> & {
  readonly opensAt: number | null;
  readonly intentMoney: LaunchPage['plan']['intentMoney'] | null;
};

/** Plans a launch: its homes and time, the rules of the day, its desks. */
export function PlanWizard(props: PlanWizardProps) {
  const usual = useQuery(ask.launches.usual({}));
  return (
    <Loaded query={usual} whole>
      {(found) => <OpenWizard {...props} usual={found} />}
    </Loaded>
  );
}

type Usual = z.output<typeof launches.usual.output>;

function OpenWizard({ launch, usual, onDone, onCancel }: PlanWizardProps & { usual: Usual }) {
  const { t } = useTranslation('launches');
  const { t: common } = useTranslation('common');
  const today = useToday();
  const releases = useQuery(ask.releases.list({}));
  const [at, setAt] = useState(0);
  const [plan, setPlan] = useState<Plan>(
    () =>
      launch?.plan ?? {
        name: '',
        releaseId: null,
        opensAt: instantOf(addDays(today, 7), MORNING),
        groupSize: 20,
        ...usual,
      },
  );
  const [desks, setDesks] = useState(launch?.desks.map(({ name }) => name).join('\n') ?? '');
  const save = useCommand(act.launches.save, { onDone: ({ launchId, number }) => onDone(launchId, number) });
  const change = (part: Partial<Plan>) => setPlan((old) => ({ ...old, ...part }));
  const names = deskNames(desks);
  const rows = releases.data?.releases ?? [];
  const send = () => {
    const { opensAt, intentMoney } = plan;
    if (opensAt === null) return;
    void save.send({
      launchId: launch?.row.id ?? null,
      version: launch?.version ?? null,
      plan: { ...plan, name: plan.name.trim(), opensAt, intentMoney: intentMoney ?? fen(0) },
      desks: savedDesks(names, launch?.desks ?? []),
    });
  };
  const steps: WizardStep[] = [
    {
      key: 'homes',
      label: t('step.homes'),
      ready: plan.name.trim() !== '' && plan.opensAt !== null,
      content: (
        <div className={styles.fields}>
          <TextInput
            label={t('name')}
            value={plan.name}
            required
            maxLength={40}
            data-autofocus
            placeholder={t('nameHint')}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <Select
            label={t('release')}
            description={t('releaseHint')}
            allowDeselect={false}
            data={[
              { value: EVERY, label: t('everyHome') },
              ...rows
                .filter(({ id, state }) => state !== 'cancelled' || id === plan.releaseId)
                .map(({ id, number, name }) => ({ value: String(id), label: `${name} ${number}` })),
            ]}
            value={plan.releaseId === null ? EVERY : String(plan.releaseId)}
            onChange={(id) => change({ releaseId: id === null || id === EVERY ? null : Number(id) })}
          />
          <MomentInput
            label={t('opensAt')}
            value={plan.opensAt}
            required
            firstMinutes={MORNING}
            onChange={(opensAt) => change({ opensAt })}
          />
        </div>
      ),
    },
    {
      key: 'rules',
      label: t('step.rules'),
      content: (
        <div className={styles.fields}>
          <MoneyInput
            label={t('intentMoney')}
            description={t('intentMoneyHint')}
            value={plan.intentMoney}
            onChange={(intentMoney) => change({ intentMoney })}
          />
          <Count
            of="groupSize"
            value={plan.groupSize}
            from={1}
            to={1000}
            onChange={(groupSize) => change({ groupSize })}
          />
          <Count
            of="pickSeconds"
            value={plan.pickSeconds}
            from={10}
            to={3600}
            onChange={(pickSeconds) => change({ pickSeconds })}
          />
          <Count of="passes" value={plan.passes} from={0} to={10} onChange={(passes) => change({ passes })} />
          <Count
            of="pickHours"
            value={plan.pickHours}
            from={1}
            to={240}
            onChange={(pickHours) => change({ pickHours })}
          />
        </div>
      ),
    },
    {
      key: 'desks',
      label: t('step.desks'),
      ready: names.length > 0,
      content: (
        <div className={styles.fields}>
          <Textarea
            label={t('desks')}
            description={t('desksHint')}
            value={desks}
            rows={8}
            data-autofocus
            onChange={(event) => setDesks(event.currentTarget.value)}
          />
          <p className={styles.note}>{t('deskCount', { count: names.length })}</p>
          {save.refusal && <RefusalText refusal={save.refusal} />}
        </div>
      ),
    },
  ];
  return (
    <div className={styles.wizard}>
      <Wizard steps={steps} at={at} onMove={setAt} finishLabel={t('finish')} onFinish={send} busy={save.pending} />
      <Button variant="subtle" size="compact-sm" className={styles.leave} onClick={onCancel}>
        {common('cancel')}
      </Button>
    </div>
  );
}

type CountProps = {
  of: 'groupSize' | 'pickSeconds' | 'passes' | 'pickHours';
  value: number;
  from: number;
  to: number;
  onChange: (value: number) => void;
};

function Count({ of, value, from, to, onChange }: CountProps) {
  const { t } = useTranslation('launches');
  return (
    <NumberInput
      label={t(of)}
      description={t(`${of}Hint`)}
      value={value}
      min={from}
      max={to}
      allowDecimal={false}
      allowNegative={false}
      clampBehavior="blur"
      onChange={(typed) => typeof typed === 'number' && onChange(typed)}
    />
  );
}
