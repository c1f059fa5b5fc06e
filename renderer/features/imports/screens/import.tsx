import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useAddressState } from '#renderer/lib/address.ts';
import { usePerson } from '#renderer/lib/person.ts';
import { InventoryImport } from '../components/inventory-import.tsx';
import { PriceListImport } from '../components/price-list-import.tsx';
import { ProjectImport } from '../components/project-import.tsx';

const kinds = ['priceList', 'inventory', 'project'] as const;
const addressSchema = z.object({ of: z.enum(kinds).optional() });

/**
 * Lists into the office: a price list, homes corrected in a spreadsheet, or all of a running project where the person
 * answers for its books.
 */
export function ImportScreen() {
  const { t } = useTranslation('runningProject');
  const { t: stock } = useTranslation('inventory');
  const person = usePerson();
  const [address, change] = useAddressState(addressSchema);
  const mayTakeOver = person.may('deals.import');
  const offered = kinds.filter((kind) => kind !== 'project' || mayTakeOver);
  const choice = (
    <SegmentedControl
      size="xs"
      aria-label={t('of')}
      data={offered.map((kind) => ({ value: kind, label: kind === 'inventory' ? stock('trip.choice') : t(kind) }))}
      value={address.of ?? 'priceList'}
      onChange={(next) => change({ of: kinds.find((kind) => kind === next) })}
    />
  );
  if (address.of === 'inventory') return <InventoryImport choice={choice} />;
  return address.of === 'project' && mayTakeOver ? (
    <ProjectImport choice={choice} />
  ) : (
    <PriceListImport choice={choice} />
  );
}
