import { useTranslation } from 'react-i18next';
import { useContractHappening } from '#renderer/components/contract-happening.ts';
import { Timeline } from '#renderer/components/timeline.tsx';
import { actedFor } from '#renderer/lib/acted-for.ts';
import type { ContractDetail } from '../contract-types.ts';

/** Everything that happened to a contract, in the words of the office. */
export function ContractHistory({ history }: { history: ContractDetail['history'] }) {
  const { t } = useTranslation('contracts');
  const happening = useContractHappening();
  return (
    <Timeline
      label={t('history')}
      entries={history.map(({ seq, at, kind, actor, data }) => {
        const told = happening(kind, data);
        return {
          key: seq,
          seq,
          at,
          who: actor,
          ...actedFor(data),
          what: told?.what ?? kind,
          ...(told === undefined || told.note === '' ? {} : { note: told.note }),
          ...(told?.tone === undefined ? {} : { tone: told.tone }),
        };
      })}
    />
  );
}
