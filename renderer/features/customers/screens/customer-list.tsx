import { Button, Checkbox, SegmentedControl, Select } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import { FilterRow, SearchField } from '#renderer/components/filters.tsx';
import { Page, PageHeader } from '#renderer/components/page.tsx';
import { ReadingNote } from '#renderer/components/reading-note.tsx';
import { SavedViews } from '#renderer/components/saved-views.tsx';
import { useLongRows } from '#renderer/components/use-long-rows.ts';
import { useAddressState } from '#renderer/lib/address.ts';
import { useToday } from '#renderer/lib/clock.tsx';
import { formatCount } from '#renderer/lib/format.ts';
import { ask } from '#renderer/lib/office.ts';
import { usePerson } from '#renderer/lib/person.ts';
import { useSearchText } from '#renderer/lib/search-text.ts';
import { customerColumns } from '#shared/api/customers.ts';
import { customerRatings, customerStates } from '#shared/domain/customers/states.ts';
import { useCustomerColumns } from '../components/use-customer-columns.tsx';

const scopes = ['mine', 'all', 'due'] as const;

/** What the address of the list says. */
const listAddress = z.object({
  scope: z.enum(scopes).optional().catch(undefined),
  text: z.coerce.string().default('').catch(''),
  rating: z.enum(customerRatings).optional().catch(undefined),
  marketing: z.literal('given').optional().catch(undefined),
  state: z.enum(customerStates).optional().catch(undefined),
});

/** States a list can be narrowed to: whoever was made anonymous is in none. */
const shownStates = customerStates.filter((state) => state !== 'anonymised');

/** Customers: one's own, everybody's, or those whose next contact is due. */
export function CustomerListScreen() {
  const { t } = useTranslation('customers');
  const { t: labels } = useTranslation('labels');
  const navigate = useNavigate();
  const today = useToday();
  const person = usePerson();
  const [address, change] = useAddressState(listAddress);
  const [typed, setTyped] = useSearchText(address.text, (kept) =>
    change({ text: kept || undefined }, { replace: true }),
  );
  const seesAll = person.seesOthers('customers');
  const scope = address.scope ?? (seesAll ? 'all' : 'mine');
  const filter = {
    scope,
    text: address.text.trim().slice(0, 60),
    rating: address.rating ?? null,
    marketing: address.marketing === 'given',
    state: address.state ?? null,
  };
  const {
    first: list,
    rows,
    long,
  } = useLongRows('customers', customerColumns, (part) => ask.customers.list({ ...filter, ...part }));
  const columns = useCustomerColumns();
  const narrowed = filter.text !== '' || filter.rating !== null || filter.state !== null || filter.marketing;
  // How many there are stands beside each choice, so that nobody chooses nothing.
  const withCount = (label: string, count = 0): string => `${label} · ${formatCount(count)}`;
  return (
    <Page
      header={
        <PageHeader
          title={t('list.title')}
          sub={list.data && t('list.shown', { count: list.data.total })}
          actions={
            <SegmentedControl
              aria-label={t('list.scope')}
              data={scopes
                .filter((value) => value !== 'all' || seesAll)
                .map((value) => ({ value, label: t(`list.scopes.${value}`) }))}
              value={scope}
              onChange={(value) => change({ scope: scopes.find((one) => one === value) })}
            />
          }
        />
      }
    >
      <ReadingNote />
      <DataTable
        id="customers"
        label={t('list.title')}
        columns={columns}
        rows={rows}
        long={long}
        rowKey={({ id }) => id}
        error={list.error}
        onRetry={() => void list.refetch()}
        onOpen={({ id }) => void navigate({ to: `/reception/customers/${id}` as string })}
        exports={{
          list: 'customers',
          title: t('list.fileName', { day: today }),
          scope: scope === 'all' ? 'all' : 'mine',
          filter: { scope, rating: filter.rating, state: filter.state, marketing: filter.marketing },
          searched: filter.text !== '',
          paper: { title: t('list.paperTitle'), countBy: 'rating' },
        }}
        filters={
          <FilterRow>
            <SearchField label={t('list.search')} value={typed} onChange={setTyped} width={290} />
            <Select
              w={140}
              size="xs"
              aria-label={t('list.rating')}
              placeholder={t('list.anyRating')}
              clearable
              data={customerRatings.map((value) => ({
                value,
                label: withCount(labels(`ratings.${value}`), list.data?.ratings[value]),
              }))}
              value={address.rating ?? null}
              onChange={(value) => change({ rating: value ?? undefined })}
            />
            <Select
              w={140}
              size="xs"
              aria-label={t('list.state')}
              placeholder={t('list.anyState')}
              clearable
              data={shownStates.map((value) => ({
                value,
                label: withCount(labels(`customerStates.${value}`), list.data?.states[value]),
              }))}
              value={address.state ?? null}
              onChange={(value) => change({ state: value ?? undefined })}
            />
            <Checkbox
              size="xs"
              label={t('list.agreed')}
              checked={filter.marketing}
              onChange={(event) => change({ marketing: event.currentTarget.checked ? 'given' : undefined })}
            />
            <SavedViews
              id="customers"
              address={{
                scope: address.scope,
                rating: address.rating,
                state: address.state,
                marketing: address.marketing,
                text: address.text,
              }}
              onChoose={(chosen, options) => change(listAddress.safeParse(chosen).data ?? {}, options)}
            />
          </FilterRow>
        }
        empty={
          narrowed || scope === 'due' ? (
            <EmptyState title={narrowed ? t('list.nothing') : t('list.nothingDue')} />
          ) : (
            <EmptyState
              title={t('list.empty')}
              text={t('list.emptyText')}
              action={
                person.may('visits.write') && (
                  <Button component={Link} to={'/reception' as string}>
                    {t('list.toReception')}
                  </Button>
                )
              }
            />
          )
        }
        fill
      />
    </Page>
  );
}
