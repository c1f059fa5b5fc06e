import { useTranslation } from 'react-i18next';
import { contracts as words } from '#shared/i18n/zh-CN/contracts.ts';
import type { Tone } from './signal.tsx';

type Kind = keyof typeof words.events;

const tones: Partial<Record<Kind, Tone>> = {
  contractDrafted: 'ink',
  contractSubmitted: 'ink',
  contractReviewPassed: 'ok',
  contractApproved: 'ok',
  contractSentBack: 'amber',
  contractCorrected: 'amber',
  contractDropped: 'seal',
  contractSigned: 'seal',
  contractFiled: 'seal',
};

function isKind(kind: string): kind is Kind {
  return Object.hasOwn(words.events, kind);
}

/** How what happened to a contract is told; undefined for what is no act on a contract. */
export function useContractHappening(): (
  kind: string,
  data: Readonly<Record<string, unknown>>,
) => { readonly what: string; readonly note: string; readonly tone: Tone | undefined } | undefined {
  const { t } = useTranslation('contracts');
  return (kind, data) => {
    if (!isKind(kind)) return undefined;
    const told = (name: string): string | number => {
      const value = data[name];
      return typeof value === 'string' || typeof value === 'number' ? value : '';
    };
    const facts = {
      round: told('round'),
      level: told('level'),
      defects: told('defects'),
      defect: told('defect'),
      position: told('position'),
      filingNumber: told('filingNumber'),
      voucher: told('voucher'),
      copies: told('copies'),
    };
    return { what: t(`events.${kind}`, facts), note: String(told('reason') || told('opinion')), tone: tones[kind] };
  };
}
