import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useAddressState } from '#renderer/lib/address.ts';
import { usePerson } from '#renderer/lib/person.ts';
import { PriceListImport } from '../components/price-list-import.tsx';
import { ProjectImport } from '../components/project-import.tsx';

const kinds = ['priceList', 'project'] as const;
const addressSchema = z.object({ of: z.enum(kinds).optional() });

/** Lists into the office: a price list, or all of a running project where the person answers for its books. */
export function ImportScreen() {
  const { t } = useTranslation('runningProject');
  const person = usePerson();
  const [address, change] = useAddressState(addressSchema);
  const mayTakeOver = person.may('deals.import');
  const choice = mayTakeOver && (
    <SegmentedControl
      size="xs"
      aria-label={t('of')}
      data={kinds.map((kind) => ({ value: kind, label: t(kind) }))}
      value={address.of ?? 'priceList'}
      onChange={(next) => change({ of: kinds.find((kind) => kind === next) })}
    />
  );
  return address.of === 'project' && mayTakeOver ? (
    <ProjectImport choice={choice} />
  ) : (
    <PriceListImport choice={choice} />
  );
}
