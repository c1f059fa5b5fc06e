import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Page, PageHeader } from '#renderer/components/page.tsx';
import { useAddressState } from '#renderer/lib/address.ts';
import { usePerson } from '#renderer/lib/person.ts';
import { registerGroups } from '#shared/domain/contract-register/kinds.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { PartnerList } from '../components/partner-list.tsx';
import { RegisterList } from '../components/register-list.tsx';
import { ScheduleTable } from '../components/schedule-table.tsx';

const views = ['register', 'partners', 'schedule'] as const;

/** What the address of the register keeps. */
const addressSchema = z.object({
  view: z.enum(views).default('register').catch('register'),
  group: z.enum(registerGroups).default('all').catch('all'),
  text: z.string().max(60).optional().catch(undefined),
  agreement: z.int().optional().catch(undefined),
  expiring: z.boolean().optional().catch(undefined),
  from: localDateSchema.optional().catch(undefined),
});

/** The contracts of the department: all of them as one book, those with partners, and what is scheduled by the week. */
export function RegisterScreen() {
  const { t } = useTranslation('register');
  const person = usePerson();
  const [address, change] = useAddressState(addressSchema);
  const shown = views.filter((one) => one !== 'partners' || person.may('partnerAgreements.read'));
  const view = shown.includes(address.view) ? address.view : 'register';
  const open = (agreement: number | undefined) => change({ view: 'partners', agreement });
  return (
    <Page
      header={
        <PageHeader
          title={t('title')}
          sub={t('sub')}
          actions={
            <SegmentedControl
              size="xs"
              aria-label={t('views.label')}
              data={shown.map((one) => ({ value: one, label: t(`views.${one}`) }))}
              value={view}
              onChange={(next) => change({ view: views.find((one) => one === next) ?? 'register' })}
            />
          }
        />
      }
    >
      {view === 'register' && (
        <RegisterList
          group={address.group}
          text={address.text ?? ''}
          onChange={(next, options) => change(next, options)}
          onOpenAgreement={open}
        />
      )}
      {view === 'partners' && (
        <PartnerList
          opened={address.agreement}
          expiring={address.expiring === true}
          onOpen={open}
          onExpiring={(only) => change({ expiring: only || undefined })}
        />
      )}
      {view === 'schedule' && <ScheduleTable from={address.from} onFrom={(from) => change({ from })} />}
    </Page>
  );
}
