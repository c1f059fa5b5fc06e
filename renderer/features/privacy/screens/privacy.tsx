import { useTranslation } from 'react-i18next';
import { Page, PageHeader, ScrollArea } from '#renderer/components/page.tsx';
import { OwnReading } from '../components/own-reading.tsx';

/** Personal data: what each person reads of them, what was agreed, what is asked, what is to be deleted. */
export function PrivacyScreen() {
  const { t } = useTranslation('privacy');
  return (
    <Page header={<PageHeader title={t('title')} sub={t('sub')} />}>
      <ScrollArea label={t('title')}>
        <OwnReading />
      </ScrollArea>
    </Page>
  );
}
