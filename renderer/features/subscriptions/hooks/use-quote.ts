import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ask } from '#renderer/lib/office.ts';
import type { Discount } from '#shared/domain/pricing/catalogue.ts';
import { fen } from '#shared/kernel/money.ts';
import type { Quote } from '../components/quote-panel.tsx';
import { adjustmentsOf, type Order } from '../order.ts';

/** Typing that pauses this long is a wish worth reckoning. */
const PAUSE_MS = 250;

type Terms = Parameters<typeof ask.subscriptions.quote>[0]['terms'];

/** The office's reckoning of an order while it is filled in; `reckoning` until it is that of what stands on the form. */
export function useQuote(
  unitId: number,
  order: Order,
  catalogue: readonly Discount[],
  today: string,
): {
  readonly terms: Terms;
  readonly quote: Quote | undefined;
  readonly reckoning: boolean;
  readonly error: unknown;
  readonly again: () => void;
} {
  const written = JSON.stringify({
    unitId,
    adjustments: adjustmentsOf(order, catalogue),
    planCode: order.planCode,
    deposit: order.deposit ?? fen(0),
    signBy: order.signBy ?? today,
  });
  const [settled] = useDebouncedValue(written, PAUSE_MS);
  const terms = useMemo<Terms>(() => JSON.parse(written), [written]);
  const asked = useMemo<Terms>(() => JSON.parse(settled), [settled]);
  const found = useQuery({ ...ask.subscriptions.quote({ terms: asked }), placeholderData: keepPreviousData });
  return {
    terms,
    quote: found.data,
    reckoning: found.isFetching || found.isPlaceholderData || settled !== written,
    error: found.error,
    again: () => void found.refetch(),
  };
}
