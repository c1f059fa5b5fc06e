import { Menu, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { act } from '#renderer/lib/office.ts';
import { usePerson } from '#renderer/lib/person.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { visits } from '#shared/api/visits.ts';
import { pressedStatuses } from '#shared/domain/visits/rota-day.ts';
import styles from './visits.module.css';

/** A consultant of the rota as the office tells him. */
export type RotaSeat = z.output<typeof visits.rota.output>[number];

/** A consultant of the rota, under whose name stands what can be pressed for him. */
export function RotaMember({ seat, note }: { seat: RotaSeat; note: string }) {
  const { t } = useTranslation('visits');
  const viewer = usePerson();
  const press = useCommand(act.visits.press);
  const forfeit = useCommand(act.visits.forfeit);
  const { person, status } = seat;
  const { name } = person;
  const askForfeit = () =>
    confirmAct({
      title: t('rota.forfeitTitle', { name }),
      consequence: t('rota.forfeitText', { name }),
      confirmLabel: t('rota.forfeitDo'),
      danger: true,
      reason: 'required',
      onConfirm: (reason) => forfeit.sendOrThrow({ accountId: person.id, reason }),
    });
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <UnstyledButton className={styles.seat} aria-description={t('rota.press', { name })}>
          <b>{name}</b>
          <small>{note}</small>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {pressedStatuses
          .filter((one) => one !== status)
          .map((one) => (
            <Menu.Item key={one} onClick={() => void press.send({ accountId: person.id, status: one })}>
              {one === 'ready' || one === 'off' ? t(`rota.pressTo.${one}`) : t(`rota.statuses.${one}`)}
            </Menu.Item>
          ))}
        {viewer.may('rota.rule') && status !== 'off' && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={askForfeit}>{t('rota.forfeit')}</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
