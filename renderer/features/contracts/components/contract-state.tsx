import { useTranslation } from 'react-i18next';
import { StatusBadge, type Tone } from '#renderer/components/signal.tsx';
import type { ContractState } from '#shared/domain/contracts/states.ts';

const tones: Readonly<Record<ContractState, Tone>> = {
  draft: 'amber',
  inReview: 'amber',
  approved: 'ink',
  printed: 'ink',
  signed: 'ok',
  filed: 'ok',
  superseded: 'plain',
  terminated: 'plain',
};

/** The state of a contract as a badge. */
export function ContractBadge({ state }: { state: ContractState }) {
  const { t } = useTranslation('contracts');
  return <StatusBadge tone={tones[state]}>{t(`states.${state}`)}</StatusBadge>;
}
