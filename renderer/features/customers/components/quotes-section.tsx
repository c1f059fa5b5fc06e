import { Button, Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '#renderer/components/data-states.tsx';
import { Section } from '#renderer/components/page.tsx';
import { QuoteList } from '#renderer/components/quote-list.tsx';
import { formatMoney } from '#renderer/lib/format.ts';
import { ask } from '#renderer/lib/office.ts';
import styles from './customers.module.css';

/** The purchase plans of a customer, and the way to the next one: first the home. */
export function QuotesSection({ customerId, mayMake }: { customerId: number; mayMake: boolean }) {
  const { t } = useTranslation('quotes');
  const [choosing, setChoosing] = useState(false);
  const rows = useQuery(ask.quotes.list({ of: 'customer', customerId }));
  return (
    <Section
      title={t('title')}
      count={rows.data?.length}
      aside={
        mayMake && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden="true" />}
            onClick={() => setChoosing(!choosing)}
            aria-expanded={choosing}
          >
            {t('make')}
          </Button>
        )
      }
    >
      {choosing && <UnitChoice customerId={customerId} onClose={() => setChoosing(false)} />}
      <Loaded query={rows} skeletonRows={1}>
        {(found) =>
          found.length === 0 ? (
            <p className={styles.text} data-none>
              {t('none')}
            </p>
          ) : (
            <QuoteList rows={found} beside="customer" ofId={customerId} />
          )
        }
      </Loaded>
    </Section>
  );
}

/** Finds the home by its number, as Ctrl+K does, and goes on to the plan. */
function UnitChoice({ customerId, onClose }: { customerId: number; onClose: () => void }) {
  const { t } = useTranslation('quotes');
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const typed = useDeferredValue(text.trim());
  const found = useQuery({
    ...ask.search.find({ text: typed }),
    enabled: typed !== '',
    placeholderData: keepPreviousData,
  });
  const homes = typed === '' ? [] : (found.data ?? []).flatMap((hit) => (hit.noun === 'units' ? [hit] : []));
  return (
    <Select
      label={t('chooseUnit')}
      placeholder={t('chooseUnitHint')}
      autoFocus
      searchable
      searchValue={text}
      onSearchChange={setText}
      filter={({ options }) => options}
      data={homes.map(({ id, title, price }) => ({
        value: String(id),
        label: price === null ? title : `${title}　${formatMoney(price)}`,
      }))}
      nothingFoundMessage={typed === '' ? t('chooseUnitHint') : t('chooseUnitNone')}
      value={null}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
      onChange={(id) =>
        id !== null && void navigate({ to: `/sales/quote/${id}` as string, search: { customer: customerId } as never })
      }
    />
  );
}
