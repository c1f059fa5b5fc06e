import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { isCut, useLink } from '#renderer/lib/link-state.ts';
import { pcRoleQuery } from '#renderer/lib/pc-role.ts';
import { shownHostAddress } from '#shared/domain/terminals/host-address.ts';
import { useLeaveOffice } from './entrance/use-gate.ts';
import type { LiveModel, LiveState } from './shell/frame-model.ts';

/** How the top bar shows this window's line: on the PC of the office, and at a terminal. */
export function useLineModel(following: boolean) {
  const { t } = useTranslation('shell');
  const { t: entrance } = useTranslation('entrance');
  const link = useLink();
  const leave = useLeaveOffice();
  const pc = useQuery(pcRoleQuery);
  const joined = pc.data?.kind === 'joined' ? pc.data : undefined;
  const there: LiveState = link.kind === 'local' ? 'local' : 'online';
  const state: LiveState = isCut(link) ? 'offline' : following ? there : 'connecting';
  const model: Omit<LiveModel, 'state'> =
    joined === undefined
      ? { terminalName: t('office') }
      : { hostName: shownHostAddress(joined), terminalName: joined.terminalName };
  const onLeave = () =>
    confirmAct({
      title: entrance('line.leaveTitle', { office: joined?.officeName ?? '' }),
      consequence: entrance('line.leaveText'),
      confirmLabel: entrance('line.leaveDo'),
      danger: true,
      onConfirm: leave,
    });
  return { state, model, terminal: joined !== undefined, onLeave };
}
