import { Button, Progress } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Fact, Facts } from '#renderer/components/page.tsx';
import { PanelBlock, SidePanel } from '#renderer/components/panel.tsx';
import { RefusalBox, RefusalText } from '#renderer/components/refusal-text.tsx';
import { RunningSteps } from '#renderer/components/running-steps.tsx';
import { DateTimeText } from '#renderer/components/values.tsx';
import { refusalOf } from '#renderer/lib/error-sentence.ts';
import { formatBytes, formatDateTime } from '#renderer/lib/format.ts';
import { act, ask, thisPc } from '#renderer/lib/office.ts';
import { usePerson } from '#renderer/lib/person.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { backupSteps } from '#shared/domain/backups/steps.ts';
import type { BackupsState } from '../use-backups.ts';
import styles from './backups.module.css';
import { KeyBlock } from './key-block.tsx';

type PanelProps = { state: BackupsState; here: boolean };

/** Where the office is copied to, how that stands, and what can be done about it. `here`: this PC has the office. */
export function BackupPanel({ state, here }: PanelProps) {
  const { t } = useTranslation('backups');
  const { may } = usePerson();
  return (
    <SidePanel label={t('panel.title')} title={t('panel.title')} width={356} foot={<Foot state={state} here={here} />}>
      {state.failure !== null && state.running === null && (
        <div className={styles.failure} role="alert">
          <RefusalText refusal={state.failure} />
          <p className={styles.hint}>{t('panel.failedAt', { time: formatDateTime(state.failure.at) })}</p>
        </div>
      )}
      {state.running !== null && (
        <PanelBlock>
          <Running running={state.running} />
        </PanelBlock>
      )}
      {state.place === null ? <NoPlace able={state.able} /> : <PlaceFacts state={state} />}
      {may('keys.change') && <KeyBlock here={here} placed={state.place !== null} />}
      <PanelBlock>
        <div className={styles.fields}>
          <p className={styles.hint}>{t('panel.kept')}</p>
          {!here && <p className={styles.hint}>{t('panel.elsewhere')}</p>}
        </div>
      </PanelBlock>
    </SidePanel>
  );
}

function NoPlace({ able }: { able: boolean }) {
  const { t } = useTranslation('backups');
  return (
    <PanelBlock>
      <div className={styles.fields}>
        <p>{t(able ? 'panel.none' : 'panel.unable')}</p>
        {able && <p className={styles.hint}>{t('panel.noneText')}</p>}
      </div>
    </PanelBlock>
  );
}

function PlaceFacts({ state }: { state: BackupsState }) {
  const { t } = useTranslation('backups');
  const { place, found, newest, nextAt, due, actsSince } = state;
  const facts: Fact[] = [
    { key: 'newest', label: t('panel.newest'), value: newest ? <DateTimeText at={newest.at} /> : t('panel.never') },
    { key: 'since', label: t('panel.since'), value: t('panel.sinceOf', { count: actsSince }) },
    {
      key: 'next',
      label: t('panel.next'),
      value: nextAt === null ? '–' : due ? t('panel.nextNow') : <DateTimeText at={nextAt} />,
    },
    { key: 'free', label: t('panel.free'), value: found ? formatBytes(found.freeBytes) : '–' },
    { key: 'used', label: t('panel.used'), value: found ? formatBytes(found.sizeBytes) : '–' },
  ];
  return (
    <>
      <PanelBlock>
        <p className={styles.label}>{t('panel.place')}</p>
        <p className={styles.place}>{place?.folder}</p>
        {found?.sameDisk === true && <p className={styles.warning}>{t('panel.sameDisk')}</p>}
      </PanelBlock>
      <PanelBlock>
        <Facts items={facts} />
      </PanelBlock>
    </>
  );
}

function Running({ running }: { running: NonNullable<BackupsState['running']> }) {
  const { t } = useTranslation('backups');
  const words = running.kind === 'make' ? 'steps' : 'checkSteps';
  return (
    <div className={styles.progress} role="status">
      <RunningSteps
        steps={backupSteps.map((step) => t(`${words}.${step}`))}
        now={backupSteps.indexOf(running.step)}
        percent={running.percent}
      />
      <Progress
        value={running.percent > 0 ? running.percent : 100}
        animated={running.percent === 0}
        size="md"
        aria-label={t(`${words}.${running.step}`)}
      />
      {running.stopping && <p className={styles.hint}>{t('stopping')}</p>}
    </div>
  );
}

function Foot({ state, here }: PanelProps) {
  const { t } = useTranslation('backups');
  const client = useQueryClient();
  const again = () => void client.invalidateQueries({ queryKey: ask.backups.state({}).queryKey.slice(0, 1) });
  const begin = useCommand(act.backups.begin, { onDone: again });
  const stop = useCommand(act.backups.stop, { onDone: again });
  const choose = useMutation({
    mutationFn: async () => (await thisPc()).backups.choosePlace({}),
    onSuccess: ({ place }) => {
      again();
      if (place !== null && place !== state.place?.folder) notifications.show({ message: t('chosen') });
    },
  });
  const thrown = choose.error;
  const refusal = begin.refusal ?? stop.refusal ?? (thrown === null ? undefined : refusalOf(thrown));
  const { running, place } = state;
  return (
    <div className={styles.foot}>
      {refusal && <RefusalBox refusal={refusal} />}
      {running !== null ? (
        <Button variant="default" size="md" fullWidth disabled={running.stopping} onClick={() => void stop.send({})}>
          {t('stop')}
        </Button>
      ) : place !== null ? (
        <Button size="md" fullWidth loading={begin.pending} onClick={() => void begin.send({})}>
          {t('now')}
        </Button>
      ) : (
        here && (
          <Button size="md" fullWidth loading={choose.isPending} onClick={() => choose.mutate()}>
            {t('choose')}
          </Button>
        )
      )}
      {here && place !== null && (
        <Button
          variant="default"
          size="md"
          fullWidth
          disabled={running !== null}
          loading={choose.isPending}
          onClick={() => choose.mutate()}
        >
          {t('chooseOther')}
        </Button>
      )}
    </div>
  );
}
