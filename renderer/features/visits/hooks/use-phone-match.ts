import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { z } from 'zod';
import { ask } from '#renderer/lib/office.ts';
import type { customers } from '#shared/api/customers.ts';
import { phoneDigits } from '#shared/kernel/phone.ts';

/** What the office knows of a number. */
export type PhoneMatch = z.output<typeof customers.matchPhone.output>;

/** Digits from which the office is asked. */
const LEAST_DIGITS = 7;

/** Pause in typing after which the office is asked, in ms. */
const PAUSE_MS = 120;

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** Asks who has a number while it is being typed; the last answer stays until the next one is there. */
export function usePhoneMatch(typed: string): { readonly match: PhoneMatch | undefined; readonly tookMs: number } {
  const phone = useSettled(typed);
  const [tookMs, setTook] = useState(0);
  const { queryKey, queryFn } = ask.customers.matchPhone({ phone });
  const asks = phoneDigits(phone).length >= LEAST_DIGITS;
  const found = useQuery({
    queryKey,
    enabled: asks,
    placeholderData: keepPreviousData,
    queryFn: async (context) => {
      const began = performance.now();
      const answer = await queryFn(context);
      setTook(Math.round(performance.now() - began));
      return answer;
    },
  });
  return { match: asks && phoneDigits(typed).length >= LEAST_DIGITS ? found.data : undefined, tookMs };
}
