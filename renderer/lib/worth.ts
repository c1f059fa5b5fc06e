import { formatTenThousands } from '#renderer/lib/format.ts';
import type { Language } from '#shared/i18n/index.ts';
import type { Fen } from '#shared/kernel/money.ts';

/** A large sum as one speaks of it: `26,311.9 万元`, `¥263.1 million`. */
export function worthText(amount: Fen, language: Language): string {
  if (language === 'zh-CN') return `${formatTenThousands(amount)} 万元`;
  const millions = amount / 100_000_000;
  return `¥${millions.toLocaleString('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} million`;
}
