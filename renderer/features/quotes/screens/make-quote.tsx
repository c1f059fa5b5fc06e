import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { EmptyState, Loaded } from '#renderer/components/data-states.tsx';
import { Page, PageHeader } from '#renderer/components/page.tsx';
import { HouseTypePlan } from '#renderer/components/plan-picture.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { UnitStateBadge } from '#renderer/components/unit-state.tsx';
import { useAddressState, useRecordId } from '#renderer/lib/address.ts';
import { ask } from '#renderer/lib/office.ts';
import type { units } from '#shared/api/units.ts';
import { fen } from '#shared/kernel/money.ts';
import { PlanForm } from '../components/plan-form.tsx';

type UnitDetail = z.output<typeof units.detail.output>;

const addressSchema = z.object({ customer: z.coerce.number().int().positive().optional() });

/** Makes a purchase plan of a home for a customer: what it costs, how it is paid, what comes on top. */
export function MakeQuoteScreen() {
  const unitId = useRecordId('unitId');
  const unit = useQuery(ask.units.detail({ unitId }));
  return (
    <Loaded query={unit} whole>
      {(found) => <MakeQuote key={unitId} unit={found} />}
    </Loaded>
  );
}

function MakeQuote({ unit }: { unit: UnitDetail }) {
  const { t } = useTranslation('quotes');
  const navigate = useNavigate();
  const [{ customer }] = useAddressState(addressSchema);
  const session = useQuery(ask.session.current({}));
  const { id: unitId, houseType, builtArea, listPrice, state } = unit.cell;
  const allowed = unit.can['quote'];
  const offer = useQuery({ ...ask.quotes.offer({ unitId }), enabled: allowed === true });
  const toBoard = () => void navigate({ to: '/sales/board' as string, search: { unit: unitId } as never });
  return (
    <Page
      header={
        <PageHeader
          title={t('form.title', { unit: unit.label })}
          state={<UnitStateBadge state={state} />}
          sub={[houseType, t('form.sub', { builtArea, listFen: listPrice ?? fen(0) })].filter(Boolean).join(' · ')}
          actions={
            <Button variant="default" onClick={toBoard}>
              {t('form.toUnit')}
            </Button>
          }
        />
      }
    >
      {allowed === true ? (
        <Loaded query={offer}>
          {(found) =>
            session.data?.state === 'open' && (
              <PlanForm
                unitId={unitId}
                offer={found}
                picture={<HouseTypePlan houseTypeId={unit.houseTypeId} houseType={houseType} width={440} />}
                customerId={customer ?? unit.hold?.customer?.customerId ?? null}
                onCancel={toBoard}
              />
            )
          }
        </Loaded>
      ) : (
        <EmptyState
          title={t('form.cannot')}
          text={
            <>
              {allowed !== undefined && <RefusalText refusal={allowed} />}
              {t('form.cannotText')}
            </>
          }
        />
      )}
    </Page>
  );
}
