import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { EmptyState, Loaded } from '#renderer/components/data-states.tsx';
import { Page, PageHeader } from '#renderer/components/page.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { UnitStateBadge } from '#renderer/components/unit-state.tsx';
import { useAddressState, useRecordId } from '#renderer/lib/address.ts';
import { ask } from '#renderer/lib/office.ts';
import type { units } from '#shared/api/units.ts';
import { planCodeSchema } from '#shared/domain/plans/template.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import { fen } from '#shared/kernel/money.ts';
import { LockNote } from '../components/lock-note.tsx';
import { OrderForm } from '../components/order-form.tsx';

const addressSchema = z.object({
  /** The purchase plan that the form is filled from, and which of its ways to pay. */
  quote: z.coerce.number().int().positive().optional(),
  way: planCodeSchema.optional(),
  /** The subscription that was sent back and is corrected. */
  again: z.coerce.number().int().positive().optional(),
});

type UnitDetail = z.output<typeof units.detail.output>;

/** Subscribes a home for a customer: who buys, at what price, how it is paid, until when it is signed. */
export function SubscribeScreen() {
  const unitId = useRecordId('unitId');
  const unit = useQuery(ask.units.detail({ unitId }));
  return (
    <Loaded query={unit} whole>
      {(found) => <SubscribeUnit key={unitId} unit={found} />}
    </Loaded>
  );
}

/** States from which a home can come to be subscribed; in others the form would be of no use. */
const open: readonly UnitDetail['cell']['state'][] = ['available', 'locked', 'held', 'booked'];

function SubscribeUnit({ unit }: { unit: UnitDetail }) {
  const { t } = useTranslation('subscriptions');
  const navigate = useNavigate();
  const session = useQuery(ask.session.current({}));
  const unitId = unit.cell.id;
  const [{ quote: quoteId, way, again }] = useAddressState(addressSchema);
  const corrects = again !== undefined && unit.subscription?.id === again;
  const returned = useQuery({ ...ask.subscriptions.detail({ subscriptionId: again ?? 0 }), enabled: corrects });
  const offer = useQuery({ ...ask.subscriptions.offer({ unitId }), enabled: unit.subscription === null || corrects });
  const quote = useQuery({ ...ask.quotes.detail({ quoteId: quoteId ?? 0 }), enabled: quoteId !== undefined });
  const toBoard = () => void navigate({ to: '/sales/board' as string, search: { unit: unitId } as never });
  const { houseType, builtArea, listPrice, state } = unit.cell;
  const refusal: Refusal | undefined = unit.subscription !== null ? { code: 'UNIT_PARKED' } : refusalOf(unit);
  return (
    <Page
      header={
        <PageHeader
          title={t('make.title', { unit: unit.label })}
          state={<UnitStateBadge state={state} />}
          sub={[houseType, t('make.sub', { builtArea, listFen: listPrice ?? fen(0) })].filter(Boolean).join(' · ')}
          actions={
            <>
              {open.includes(state) && !corrects && <LockNote unit={unit} />}
              <Button variant="default" onClick={toBoard}>
                {t('make.toUnit')}
              </Button>
            </>
          }
        />
      }
    >
      {corrects ? (
        <Loaded query={returned}>
          {(deal) => (
            <Loaded query={offer}>
              {(found) => <OrderForm unit={unit} offer={found} again={deal} onCancel={toBoard} />}
            </Loaded>
          )}
        </Loaded>
      ) : unit.subscription !== null || !open.includes(state) ? (
        <EmptyState
          title={t('make.cannot')}
          text={
            <>
              {refusal && <RefusalText refusal={refusal} />}
              {t('make.cannotText')}
            </>
          }
          action={
            unit.subscription !== null && (
              <Button
                onClick={() =>
                  void navigate({ to: `/contracts/subscriptions/${unit.subscription?.id ?? 0}` as string })
                }
              >
                {unit.subscription.number}
              </Button>
            )
          }
        />
      ) : (
        <Loaded query={offer}>
          {(found) =>
            session.data?.state === 'open' &&
            (quoteId === undefined ? (
              <OrderForm unit={unit} offer={found} onCancel={toBoard} />
            ) : (
              <Loaded query={quote}>
                {(plan) => <OrderForm unit={unit} offer={found} from={{ plan, way }} onCancel={toBoard} />}
              </Loaded>
            ))
          }
        </Loaded>
      )}
    </Page>
  );
}

function refusalOf(unit: UnitDetail): Refusal | undefined {
  const answer = unit.can['subscribe'] ?? unit.can['lock'];
  return answer === true ? undefined : answer;
}
