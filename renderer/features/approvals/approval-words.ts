import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { dueSign, formatDateTimeShort } from '#renderer/lib/format.ts';
import { useLanguage } from '#renderer/lib/i18n.ts';
import type { approvals } from '#shared/api/approvals.ts';
import { dayOf } from '#shared/kernel/local-date.ts';

/** A request as a row of the list. */
export type Approval = z.output<typeof approvals.list.output>[number];

/** A request with everything its page shows. */
export type ApprovalPage = z.output<typeof approvals.detail.output>;

/** A share for reading, to two decimals; limits and what is compared with them are shown as exactly as they are. */
export function roundPpm(ratePpm: number): number {
  return Math.round(ratePpm / 100) * 100;
}

/** The states of a request in colours. */
export const approvalTones = {
  pending: 'amber',
  approved: 'ok',
  rejected: 'seal',
  returned: 'amber',
  withdrawn: 'plain',
  expired: 'plain',
} as const satisfies Record<Approval['state'], string>;

type Amount = Pick<Approval, 'measure' | 'amount'>;

/** Gives what is asked in words, by the measure of its kind: `低于表价 4.5 %`, `3 天`; empty where nothing is measured. */
export function useAskText(): (asked: Amount) => string {
  const { t } = useTranslation('approvals');
  return ({ measure, amount }) => {
    switch (measure) {
      case 'ppmBelowList':
        return amount === 0 ? t('atList') : t('belowList', { ratePpm: amount });
      case 'days':
        return t('days', { count: amount });
      case 'fen':
        return t('amount', { amountFen: amount });
      case 'count':
        return t('pieces', { count: amount });
      case 'none':
        return '';
    }
  };
}

const MINUTE = 60_000;

/** How long a request still waits: the tone, the time that is left, and until when. */
export type Waiting = { readonly tone: 'seal' | 'amber' | 'plain'; readonly left: string; readonly until: string };

/** Gives the sign of a request's deadline. Instants in UTC ms. */
export function useWaiting(): (expiresAt: number, now: number) => Waiting {
  const { t } = useTranslation('approvals');
  const language = useLanguage();
  return (expiresAt, now) => {
    const today = dayOf(now);
    const until = formatDateTimeShort(expiresAt, today);
    const minutes = Math.ceil((expiresAt - now) / MINUTE);
    if (minutes <= 0) return { tone: 'seal', left: t('ranOut'), until };
    if (minutes < 60) return { tone: 'amber', left: t('minutesLeft', { count: minutes }), until };
    const hours = Math.floor(minutes / 60);
    if (hours < 48) return { tone: hours < 24 ? 'amber' : 'plain', left: t('hoursLeft', { count: hours }), until };
    return { tone: 'plain', left: dueSign(dayOf(expiresAt), today, language).text, until };
  };
}
