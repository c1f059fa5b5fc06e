import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { StatusBadge, type Tone } from '#renderer/components/signal.tsx';
import type { contractRegister } from '#shared/api/contract-register.ts';
import type { ContractState } from '#shared/domain/contracts/states.ts';
import type { PartnerAgreementState } from '#shared/domain/partner-agreements/states.ts';

type State = z.output<typeof contractRegister.list.output>['rows'][number]['state'];

const saleTones: Readonly<Record<ContractState, Tone>> = {
  draft: 'ink',
  inReview: 'amber',
  approved: 'ink',
  printed: 'ink',
  signed: 'ok',
  filed: 'ok',
  superseded: 'plain',
  terminated: 'plain',
};

const partnerTones: Readonly<Record<PartnerAgreementState, Tone>> = {
  draft: 'ink',
  pending: 'amber',
  returned: 'seal',
  active: 'ok',
  renewed: 'plain',
  lapsed: 'plain',
  terminated: 'plain',
  rejected: 'seal',
  withdrawn: 'plain',
};

/** What the state of a contract of the register is called. */
export function useRegisterStateWord(): (state: State) => string {
  const { t } = useTranslation('register');
  const { t: contracts } = useTranslation('contracts');
  return useCallback(
    (state) => (state.noun === 'contracts' ? contracts(`states.${state.is}`) : t(`states.${state.is}`)),
    [t, contracts],
  );
}

/** How a contract of the register stands. */
export function RegisterState({ state }: { state: State }) {
  const wordOf = useRegisterStateWord();
  const tone = state.noun === 'contracts' ? saleTones[state.is] : partnerTones[state.is];
  return <StatusBadge tone={tone}>{wordOf(state)}</StatusBadge>;
}
