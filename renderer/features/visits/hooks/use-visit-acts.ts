import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { visits } from '#shared/api/visits.ts';

/** A line of the register. */
export type Entry = z.output<typeof visits.day.output>['rows'][number];

/** What the desk does with the visits of its register: seeing off, taking that back, giving a turn back, closing the day. */
export function useVisitActs() {
  const { t } = useTranslation('visits');
  const leave = useCommand(act.visits.leave);
  const stillHere = useCommand(act.visits.stillHere);
  const giveBack = useCommand(act.visits.giveBack);
  const close = useCommand(act.visits.closeDay, {
    onDone: ({ closed }) => notifications.show({ message: t('day.closed', { count: closed }) }),
  });
  return {
    seeOff: ({ id }: Entry) => void leave.send({ visitId: id }),
    bringBack: ({ id }: Entry) => void stillHere.send({ visitId: id }),
    giveBack: ({ id, name, receivedBy }: Entry) =>
      confirmAct({
        title: t('day.giveBackTitle', { by: receivedBy }),
        consequence: t('day.giveBackText', { name, by: receivedBy }),
        confirmLabel: t('day.giveBack'),
        reason: 'required',
        onConfirm: (reason) => giveBack.sendOrThrow({ visitId: id, reason }),
      }),
    closeDay: (count: number) =>
      confirmAct({
        title: t('day.closeTitle', { count }),
        consequence: t('day.closeText'),
        confirmLabel: t('day.closeDo'),
        onConfirm: () => close.sendOrThrow({}),
      }),
  };
}
