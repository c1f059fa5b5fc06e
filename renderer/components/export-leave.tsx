import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { exports } from '#shared/api/exports.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import { act, connectOffice } from '../lib/office.ts';
import { useCommand } from '../lib/use-command.ts';
import { confirmAct } from './confirm.tsx';
import { RefusalText } from './refusal-text.tsx';

type Told = Omit<z.input<typeof exports.ask.input>, 'reason'>;

/** What is chosen where no registered report is. */
const ASK = 'ask';

/**
 * What to do about a list that is longer than may leave: take it as one of the office's registered reports, or ask a second
 * person. Says so in a dialog; `again` takes the list along as the report that was chosen.
 */
export function useExportLeave(): (
  told: Told,
  refusal: Refusal,
  again: (reportId: number) => Promise<void>,
) => Promise<void> {
  const { t } = useTranslation('parts');
  const ask = useCommand(act.exports.ask);
  return async (told, refusal, again) => {
    const all = await (await connectOffice()).privacy.reports({});
    const reports = all.filter(({ active, list }) => active && list === told.list);
    confirmAct({
      title: t('leave.title'),
      consequence: <RefusalText refusal={refusal} />,
      confirmLabel: t('leave.send'),
      reasonsLabel: t('leave.choose'),
      reason: 'optional',
      reasons: [
        ...reports.map(({ id, name, recipient }) => ({
          value: String(id),
          label: t('leave.asReport', { name, recipient }),
        })),
        { value: ASK, label: t('leave.ask') },
      ],
      onConfirm: async (reason, chosen) => {
        if (chosen !== ASK) return again(Number(chosen));
        await ask.sendOrThrow({ ...told, reason });
        notifications.show({ message: t('leave.asked') });
      },
    });
  };
}
