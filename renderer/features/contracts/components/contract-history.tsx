import { useTranslation } from 'react-i18next';
import type { Tone } from '#renderer/components/signal.tsx';
import { Timeline } from '#renderer/components/timeline.tsx';
import { contracts as words } from '#shared/i18n/zh-CN/contracts.ts';
import type { ContractDetail } from '../contract-types.ts';

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

/** Everything that happened to a contract, in the words of the office. */
export function ContractHistory({ history }: { history: ContractDetail['history'] }) {
  const { t } = useTranslation('contracts');
  return (
    <Timeline
      label={t('history')}
      entries={history.map(({ seq, at, kind, actor, data }) => {
        const told = (name: string): string | number => {
          const value = data[name];
          return typeof value === 'string' || typeof value === 'number' ? value : '';
        };
        const note = told('reason') || told('opinion');
        const tone = isKind(kind) ? tones[kind] : undefined;
        const facts = {
          round: told('round'),
          level: told('level'),
          defects: told('defects'),
          defect: told('defect'),
          position: told('position'),
          filingNumber: told('filingNumber'),
          voucher: told('voucher'),
        };
        return {
          key: seq,
          at,
          who: actor,
          what: isKind(kind) ? t(`events.${kind}`, facts) : kind,
          ...(note === '' ? {} : { note }),
          ...(tone === undefined ? {} : { tone }),
        };
      })}
    />
  );
}
