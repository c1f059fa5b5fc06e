import { Button, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Page, PageHeader } from '#renderer/components/page.tsx';
import { useAddressState } from '#renderer/lib/address.ts';
import { ask } from '#renderer/lib/office.ts';
import { usePerson } from '#renderer/lib/person.ts';
import { custodyViews } from '#shared/domain/custody/views.ts';
import { BoxDrawer } from '../components/box-drawer.tsx';
import { BoxForm } from '../components/box-form.tsx';
import { BoxTable } from '../components/box-table.tsx';
import { RegisterTable } from '../components/register-table.tsx';

const tabs = ['register', 'boxes'] as const;

const addressSchema = z.object({
  tab: z.enum(tabs).optional().catch(undefined),
  view: z.enum(custodyViews).optional().catch(undefined),
  text: z.string().max(60).optional(),
  box: z.coerce.number().int().positive().optional().catch(undefined),
});

/** Where every original is, and the boxes of the archive. */
export function ArchiveScreen() {
  const { t } = useTranslation('custody');
  const { may } = usePerson();
  const [{ tab = 'register', view = 'all', text = '', box }, change] = useAddressState(addressSchema);
  const [adding, setAdding] = useState(false);
  const boxes = useQuery({ ...ask.custody.boxes({}), enabled: tab === 'boxes' });
  return (
    <Page
      header={
        <PageHeader
          title={t('title')}
          sub={t('sub')}
          actions={
            <>
              <SegmentedControl
                size="xs"
                aria-label={t('title')}
                data={tabs.map((one) => ({ value: one, label: t(one) }))}
                value={tab}
                onChange={(next) => change({ tab: tabs.find((one) => one === next), box: undefined })}
              />
              {tab === 'boxes' && may('custody.write') && (
                <Button leftSection={<IconPlus size={15} />} onClick={() => setAdding(true)}>
                  {t('newBox')}
                </Button>
              )}
            </>
          }
        />
      }
    >
      {tab === 'register' ? (
        <RegisterTable
          view={view}
          text={text}
          onView={(next) => change({ view: next === 'all' ? undefined : next })}
          onText={(next) => change({ text: next || undefined }, { replace: true })}
        />
      ) : (
        <BoxTable list={boxes} onOpen={(boxId) => change({ box: boxId })} onAdd={() => setAdding(true)} />
      )}
      {adding && <BoxForm box={null} onClose={() => setAdding(false)} />}
      {box !== undefined && <BoxDrawer boxId={box} onClose={() => change({ box: undefined })} />}
    </Page>
  );
}
