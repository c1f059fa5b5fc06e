import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { Signal } from '#renderer/components/signal.tsx';
import { Countdown } from '#renderer/components/values.tsx';
import { useNow } from '#renderer/lib/clock.tsx';
import { useErrorSentence } from '#renderer/lib/i18n.ts';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { units } from '#shared/api/units.ts';

type UnitDetail = z.output<typeof units.detail.output>;

/** Less than this is left of a lock: it is time to renew. */
const SOON_MS = 3 * 60_000;

/** How long the home is kept for this form, and how to keep it longer. */
export function LockNote({ unit }: { unit: UnitDetail }) {
  const { t } = useTranslation('subscriptions');
  const sentence = useErrorSentence();
  const now = useNow(1000);
  const renew = useCommand(act.units.renewLock, {
    onDone: ({ expiresAt }) => notifications.show({ message: t('make.renewed', { untilAt: expiresAt }) }),
  });
  const lock = useCommand(act.units.lock);
  const unitId = unit.cell.id;
  const refused = renew.refusal ?? lock.refusal;
  const left = unit.lock === null ? 0 : unit.lock.expiresAt - now;
  const mine = unit.lock?.mine === true;
  return (
    <>
      {unit.lock !== null && mine && (
        <Signal tone={left > SOON_MS ? 'plain' : left > 0 ? 'amber' : 'seal'} solid={left <= 0}>
          {t('make.lockUntil')} <Countdown expiresAt={unit.lock.expiresAt} expired={t('make.lockGone')} />
        </Signal>
      )}
      {unit.hold !== null && unit.hold.purpose !== 'approval' && (
        <Signal tone="plain">{t('make.held', { untilAt: unit.hold.expiresAt })}</Signal>
      )}
      {refused && <Signal tone="seal">{sentence(refused)}</Signal>}
      {mine && unit.can['renewLock'] === true && (
        <Button variant="default" size="xs" loading={renew.pending} onClick={() => void renew.send({ unitId })}>
          {t('make.renew')}
        </Button>
      )}
      {unit.can['lock'] === true && (
        <Button size="xs" loading={lock.pending} onClick={() => void lock.send({ unitId })}>
          {t('make.lock')}
        </Button>
      )}
    </>
  );
}
