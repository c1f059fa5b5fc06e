import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { ActionBar } from '#renderer/components/action-bar.tsx';
import { Loaded } from '#renderer/components/data-states.tsx';
import { ListBody, ListMain } from '#renderer/components/list-body.tsx';
import { Page, PageHeader } from '#renderer/components/page.tsx';
import { StatusBadge } from '#renderer/components/signal.tsx';
import { StatePath } from '#renderer/components/state-path.tsx';
import { useAddressState, useRecordId } from '#renderer/lib/address.ts';
import { formatDateTime } from '#renderer/lib/format.ts';
import { ask } from '#renderer/lib/office.ts';
import { DayLinks } from '../components/day-links.tsx';
import { DrawDrawer } from '../components/draw-drawer.tsx';
import { IntentDrawer } from '../components/intent-drawer.tsx';
import { IntentsTable } from '../components/intents-table.tsx';
import { LaunchPanel } from '../components/launch-panel.tsx';
import { PlanWizard } from '../components/plan-wizard.tsx';
import { RegisterDrawer } from '../components/register-drawer.tsx';
import { useLaunchActs } from '../components/use-launch-acts.ts';
import { type LaunchPage, launchPath, launchTones, placeOnPath } from '../launch-words.ts';

const address = z.object({
  plan: z.literal('change').optional().catch(undefined),
  intent: z.coerce.number().int().positive().optional().catch(undefined),
});

/** One launch: who takes part, the published list with its draw, groups, and the acts of the day. */
export function LaunchScreen() {
  const launchId = useRecordId('launchId');
  const detail = useQuery(ask.launches.detail({ launchId }));
  return (
    <Loaded query={detail} whole>
      {(found) => <OpenLaunch key={launchId} launch={found} />}
    </Loaded>
  );
}

function OpenLaunch({ launch }: { launch: LaunchPage }) {
  const { t } = useTranslation('launches');
  const [{ plan, intent }, change] = useAddressState(address);
  const [open, setOpen] = useState<'register' | 'draw' | undefined>();
  const { row, can } = launch;
  const changing = plan === 'change' && can['plan'] === true;
  const acts = useLaunchActs(launch, {
    onPlan: () => change({ plan: 'change' }),
    onRegister: () => setOpen('register'),
    onDraw: () => setOpen('draw'),
  });
  const close = () => setOpen(undefined);
  return (
    <Page
      header={
        <PageHeader
          title={changing ? t('changeTitle', { name: row.name }) : row.name}
          state={<StatusBadge tone={launchTones[row.state]}>{t(`states.${row.state}`)}</StatusBadge>}
          sub={t('summary', {
            number: row.number,
            at: formatDateTime(row.opensAt),
            units: row.units,
            intents: row.intents,
          })}
          actions={!changing && <ActionBar can={can} actions={acts} />}
        >
          <StatePath
            at={placeOnPath(row.state)}
            steps={launchPath.map((key) => ({ key, label: t(`path.${key}`), final: key === 'ended' }))}
          />
          {!changing && <DayLinks launchId={row.id} />}
        </PageHeader>
      }
    >
      {changing ? (
        <PlanWizard
          launch={launch}
          onCancel={() => change({ plan: undefined })}
          onDone={(_id, number) => {
            notifications.show({ message: t('saved', { number }) });
            change({ plan: undefined });
          }}
        />
      ) : (
        <ListBody>
          <ListMain>
            <IntentsTable launch={launch} onOpen={(id) => change({ intent: id })} />
          </ListMain>
          <LaunchPanel launch={launch} />
        </ListBody>
      )}
      {open === 'register' && <RegisterDrawer launch={launch} onClose={close} />}
      {open === 'draw' && <DrawDrawer launch={launch} onClose={close} />}
      {intent !== undefined && <IntentDrawer intentId={intent} onClose={() => change({ intent: undefined })} />}
    </Page>
  );
}
