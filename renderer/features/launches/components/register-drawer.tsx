import { MultiSelect } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CustomerSelect } from '#renderer/components/customer-select.tsx';
import { Form } from '#renderer/components/form.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { act, ask } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { unitLabel } from '#shared/domain/units/label.ts';
import type { LaunchPage } from '../launch-words.ts';
import styles from './launches.module.css';

/** So many homes can be wished for. */
const MOST_WISHES = 10;

/** Registers a customer for a launch, with the homes they wish for. */
export function RegisterDrawer({ launch, onClose }: { launch: LaunchPage; onClose: () => void }) {
  const { t } = useTranslation('launches');
  const [customerId, setCustomerId] = useState<number | null>(null);
  const [wishes, setWishes] = useState<readonly string[]>([]);
  const board = useQuery(ask.units.board({}));
  const register = useCommand(act.intents.register, {
    onDone: ({ queueNo, number }) => {
      notifications.show({ message: t('registered', { queueNo, number }) });
      onClose();
    },
  });
  const offered = new Set(launch.unitIds);
  const names = new Map(board.data?.buildings.map(({ id, name }) => [id, name]));
  const homes = (board.data?.units ?? [])
    .filter(({ id }) => offered.has(id))
    .map((unit) => ({
      value: String(unit.id),
      label: unitLabel({ ...unit, building: names.get(unit.buildingId) ?? '' }),
    }));
  const send = () => {
    if (customerId !== null) void register.send({ launchId: launch.row.id, customerId, wishes: wishes.map(Number) });
  };
  return (
    <SideDrawer
      opened
      onClose={onClose}
      label={t('registerTitle')}
      title={t('registerTitle')}
      sub={launch.row.name}
      width={440}
    >
      <Form
        submitLabel={t('registerSubmit')}
        onSubmit={send}
        onCancel={onClose}
        dirty={customerId !== null}
        busy={register.pending}
        error={register.refusal}
      >
        <div className={styles.fields}>
          <CustomerSelect value={customerId} onChange={setCustomerId} />
          <MultiSelect
            label={t('wishes')}
            description={t('wishesHint')}
            data={homes}
            searchable
            limit={50}
            maxValues={MOST_WISHES}
            value={[...wishes]}
            onChange={setWishes}
          />
        </div>
      </Form>
    </SideDrawer>
  );
}
