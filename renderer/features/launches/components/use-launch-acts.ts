import { useTranslation } from 'react-i18next';
import type { ActionSpec } from '#renderer/components/action-bar.tsx';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { LaunchPage } from '../launch-words.ts';

type Opens = { readonly onPlan: () => void; readonly onRegister: () => void; readonly onDraw: () => void };

type Act = 'plan' | 'register' | 'openRegistration' | 'closeList' | 'draw' | 'callGroup' | 'pause' | 'resume' | 'end';

/** What can be done with a launch as buttons; which of them it may be now is said by its `can`. */
export function useLaunchActs(launch: LaunchPage, { onPlan, onRegister, onDraw }: Opens): ActionSpec<Act>[] {
  const { t } = useTranslation('launches');
  const { row, version, groups } = launch;
  const { id: launchId, name } = row;
  const openRegistration = useCommand(act.launches.openRegistration);
  const closeList = useCommand(act.launches.closeList);
  const callGroup = useCommand(act.launches.callGroup);
  const pause = useCommand(act.launches.pause);
  const end = useCommand(act.launches.end);
  const next = groups.find(({ calledAt }) => calledAt === null);
  const confirm = (
    words: {
      readonly title: string;
      readonly consequence: string;
      readonly confirmLabel: string;
      readonly danger?: true;
    },
    onConfirm: () => Promise<unknown>,
  ) => confirmAct({ ...words, onConfirm });
  return [
    {
      id: 'end',
      label: t('acts.end'),
      look: 'danger',
      onRun: () =>
        confirm(
          {
            title: t('endTitle', { name }),
            consequence: t('endConsequence'),
            confirmLabel: t('acts.end'),
            danger: true,
          },
          () => end.sendOrThrow({ launchId }),
        ),
    },
    { id: 'plan', label: t('change'), onRun: onPlan },
    {
      id: 'pause',
      label: t('acts.pause'),
      onRun: () =>
        confirm({ title: t('pauseTitle'), consequence: t('pauseConsequence'), confirmLabel: t('acts.pause') }, () =>
          pause.sendOrThrow({ launchId, paused: true }),
        ),
    },
    {
      id: 'resume',
      label: t('acts.resume'),
      look: 'primary',
      busy: pause.pending,
      onRun: () => void pause.send({ launchId, paused: false }),
    },
    {
      id: 'closeList',
      label: t('acts.closeList'),
      onRun: () =>
        confirm(
          {
            title: t('closeTitle', { name }),
            consequence: t('closeConsequence', { count: row.intents }),
            confirmLabel: t('acts.closeList'),
          },
          () => closeList.sendOrThrow({ launchId, version }),
        ),
    },
    { id: 'register', label: t('acts.register'), look: 'primary', onRun: onRegister },
    {
      id: 'openRegistration',
      label: t('acts.openRegistration'),
      look: 'primary',
      onRun: () =>
        confirm(
          {
            title: t('openTitle', { name }),
            consequence: t('openConsequence'),
            confirmLabel: t('acts.openRegistration'),
          },
          () => openRegistration.sendOrThrow({ launchId, version }),
        ),
    },
    { id: 'draw', label: t('acts.draw'), look: 'primary', onRun: onDraw },
    {
      id: 'callGroup',
      label: t('acts.callGroup'),
      look: 'primary',
      onRun: () =>
        confirm(
          {
            title: t('callTitle'),
            consequence: t('callConsequence', { from: next?.fromPlace ?? 0, to: next?.toPlace ?? 0 }),
            confirmLabel: t('acts.callGroup'),
          },
          () => callGroup.sendOrThrow({ launchId }),
        ),
    },
  ];
}
