import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Page, PageHeader, ScrollArea } from '#renderer/components/page.tsx';
import { useAddressState } from '#renderer/lib/address.ts';
import { usePerson } from '#renderer/lib/person.ts';
import { DueSection } from '../components/due-section.tsx';
import { KeptSection } from '../components/kept-section.tsx';
import { NoticeTexts } from '../components/notice-texts.tsx';
import { OwnReading } from '../components/own-reading.tsx';
import { RegisterSection } from '../components/register-section.tsx';
import { RegisteredReports } from '../components/registered-reports.tsx';
import { RequestsSection } from '../components/requests-section.tsx';
import { WatchSection } from '../components/watch-section.tsx';

const tabs = ['mine', 'requests', 'register', 'due', 'watch', 'texts', 'reports'] as const;
const address = z.object({ tab: z.enum(tabs).optional().catch(undefined) });

/**
 * Personal data: what people ask, who was given them, what is due to be deleted, who read what, the notice and the regular reports; everybody
 * finds what they have read themselves.
 */
export function PrivacyScreen() {
  const { t } = useTranslation('privacy');
  const person = usePerson();
  const [{ tab }, change] = useAddressState(address);
  const shown = person.may('privacy.read') ? tabs : tabs.slice(0, 1);
  const open = shown.find((one) => one === tab) ?? (person.may('privacy.read') ? 'requests' : 'mine');
  return (
    <Page
      header={
        <PageHeader
          title={t('title')}
          sub={t('sub')}
          actions={
            shown.length > 1 && (
              <SegmentedControl
                aria-label={t('title')}
                data={shown.map((value) => ({ value, label: t(`tabs.${value}`) }))}
                value={open}
                onChange={(value) => change({ tab: tabs.find((one) => one === value) })}
              />
            )
          }
        />
      }
    >
      <ScrollArea label={t(`tabs.${open}`)}>
        {open === 'mine' && <OwnReading />}
        {open === 'requests' && <RequestsSection />}
        {open === 'register' && <RegisterSection />}
        {open === 'due' && (
          <>
            <DueSection />
            <KeptSection />
          </>
        )}
        {open === 'watch' && <WatchSection />}
        {open === 'texts' && <NoticeTexts />}
        {open === 'reports' && <RegisteredReports />}
      </ScrollArea>
    </Page>
  );
}
