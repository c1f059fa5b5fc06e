import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { EmptyState, Loaded } from '#renderer/components/data-states.tsx';
import { Page, PageHeader, ScrollArea, Section } from '#renderer/components/page.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { TakeScans } from '#renderer/components/take-scans.tsx';
import { useAddressState } from '#renderer/lib/address.ts';
import { useToday } from '#renderer/lib/clock.tsx';
import { formatDateTimeShort } from '#renderer/lib/format.ts';
import { ask } from '#renderer/lib/office.ts';
import styles from '../components/scans-screen.module.css';
import { StackPages } from '../components/stack-pages.tsx';
import { WaitingPages } from '../components/waiting-pages.tsx';

const addressSchema = z.object({ stack: z.coerce.number().int().positive().optional() });

/** The place where stacks of scans are fed in, the pages that wait for somebody, and the newest stacks. */
export function ScansScreen() {
  const { t } = useTranslation('scans');
  const [{ stack }, change] = useAddressState(addressSchema);
  const overview = useQuery(ask.scans.overview({}));
  return (
    <Page header={<PageHeader title={t('title')} sub={t('sub')} />}>
      <ScrollArea label={t('title')}>
        <Section>
          <TakeScans hint={t('drop')} />
        </Section>
        <Loaded query={overview}>
          {({ waiting, stacks }) => (
            <>
              <Section title={t('waiting')} count={waiting.length}>
                <WaitingPages pages={waiting} />
              </Section>
              <Section title={t('stacks')} count={stacks.length}>
                {stacks.length === 0 && <EmptyState title={t('stacksNone')} text={t('drop')} />}
                {stacks.map((one) => (
                  <StackLine key={one.id} {...one} onOpen={() => change({ stack: one.id })} />
                ))}
              </Section>
            </>
          )}
        </Loaded>
        {stack !== undefined && (
          <SideDrawer
            opened
            width={560}
            label={t('stacks')}
            title={t('stacks')}
            onClose={() => change({ stack: undefined })}
          >
            <StackPages stackId={stack} />
          </SideDrawer>
        )}
      </ScrollArea>
    </Page>
  );
}

type StackLineProps = {
  pages: number;
  filed: number;
  waiting: number;
  addedBy: { name: string };
  addedAt: number;
  onOpen: () => void;
};

function StackLine({ pages, filed, waiting, addedBy, addedAt, onOpen }: StackLineProps) {
  const { t } = useTranslation('scans');
  const today = useToday();
  return (
    <div className={styles.stack}>
      <span>{formatDateTimeShort(addedAt, today)}</span>
      <span>{addedBy.name}</span>
      <span>{t('stackPages', { count: pages })}</span>
      {waiting > 0 ? (
        <Signal tone="amber">{t('doneWaiting', { count: waiting })}</Signal>
      ) : (
        <Signal tone="ok">{t('done', { count: filed })}</Signal>
      )}
      <Button variant="subtle" size="compact-sm" onClick={onOpen}>
        {t('open')}
      </Button>
    </div>
  );
}
