import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ask } from '#renderer/lib/office.ts';
import type { Discount } from '#shared/domain/pricing/catalogue.ts';
import { type PlanOrder, planAdjustments } from '../order.ts';

/** Typing that pauses this long is a wish worth reckoning. */
const PAUSE_MS = 250;

type Terms = Parameters<typeof ask.quotes.reckon>[0]['terms'];

/** The office's reckoning of a plan while it is filled in; `reckoning` until it is that of what stands on the form. */
export function usePlan(unitId: number, order: PlanOrder, catalogue: readonly Discount[]) {
  const { homeOrder, ways } = order;
  const written = JSON.stringify({ unitId, adjustments: planAdjustments(order, catalogue), homeOrder, ways });
  const [settled] = useDebouncedValue(written, PAUSE_MS);
  const terms = useMemo<Terms>(() => JSON.parse(written), [written]);
  const asked = useMemo<Terms>(() => JSON.parse(settled), [settled]);
  const found = useQuery({
    ...ask.quotes.reckon({ terms: asked }),
    placeholderData: keepPreviousData,
    enabled: asked.ways.length > 0,
  });
  return {
    terms,
    plan: found.data,
    reckoning: found.isFetching || found.isPlaceholderData || settled !== written,
    error: found.error,
    again: () => void found.refetch(),
  };
}
