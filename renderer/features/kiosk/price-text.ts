import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { formatTenThousands, moneyParts } from '#renderer/lib/format.ts';
import { useLanguage } from '#renderer/lib/i18n.ts';
import type { kiosk } from '#shared/api/kiosk.ts';
import type { Fen } from '#shared/kernel/money.ts';

/** The public board as the office gives it. */
export type Board = z.output<typeof kiosk.board.output>;
/** A home on it. */
export type Home = Board['homes'][number];

/** A price as a guest reads it: in ten thousands where one counts so. */
export function usePriceText(): (amount: Fen) => string {
  const { t } = useTranslation('kiosk');
  const language = useLanguage();
  return (amount) =>
    language === 'zh-CN' ? t('tenThousands', { value: formatTenThousands(amount) }) : `¥${moneyParts(amount).whole}`;
}
