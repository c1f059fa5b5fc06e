import { useTranslation } from 'react-i18next';
import type { PathStep } from '#renderer/components/state-path.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { formatDateShort } from '#renderer/lib/format.ts';
import type { ContractState } from '#shared/domain/contracts/states.ts';
import type { ContractDetail } from '../contract-types.ts';

/** The step on which a contract stands; a dropped one where it stopped. */
const steps = { draft: 1, inReview: 2, approved: 3, printed: 4, signed: 5, filed: 6 } as const;

function stepOf(state: ContractState): number {
  return state === 'superseded' || state === 'terminated' ? 2 : steps[state];
}

/** The path of a contract for its header. */
export function useContractPath({ row, review }: ContractDetail): {
  readonly steps: readonly PathStep[];
  readonly at: number;
} {
  const { t } = useTranslation('contracts');
  const { t: labels } = useTranslation('labels');
  const today = useToday();
  const at = stepOf(row.state);
  const note = (text: string | undefined) => (text === undefined ? {} : { note: text });
  const reviewing =
    row.review !== null
      ? t('levelOf', { level: row.review.level, levels: row.review.levels, post: labels(`posts.${row.review.post}`) })
      : review.round > 0
        ? t('pathNote.round', { round: review.round })
        : undefined;
  const path: readonly PathStep[] = [
    { key: 'subscribed', label: t('path.subscribed'), note: row.subscription },
    { key: 'drafted', label: t('path.drafted'), note: formatDateShort(row.draftedOn, today) },
    { key: 'review', label: t('path.review'), ...note(reviewing) },
    { key: 'printed', label: t('path.printed') },
    {
      key: 'signed',
      label: t('path.signed'),
      ...note(row.signedOn === null ? undefined : formatDateShort(row.signedOn, today)),
      final: true,
    },
    {
      key: 'filed',
      label: t('path.filed'),
      note: row.filedOn === null ? t('pathNote.toFile') : formatDateShort(row.filedOn, today),
      final: true,
    },
  ];
  if (row.state !== 'superseded' && row.state !== 'terminated') return { at, steps: path };
  const ended = row.state === 'superseded' ? ('dropped' as const) : ('terminated' as const);
  return { at, steps: [...path.slice(0, at), { key: ended, label: t(`path.${ended}`), final: true }] };
}
