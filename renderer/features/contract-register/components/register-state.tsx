import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { agreementTones } from '#renderer/components/agreement-state.ts';
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
  const { t: agreements } = useTranslation('agreements');
  return useCallback(
    (state) => {
      if (state.noun === 'contracts') return contracts(`states.${state.is}`);
      return state.noun === 'agreements' ? agreements(`states.${state.is}`) : t(`states.${state.is}`);
    },
    [t, contracts, agreements],
  );
}

/** How a contract of the register stands. */
export function RegisterState({ state }: { state: State }) {
  const wordOf = useRegisterStateWord();
  return <StatusBadge tone={toneOf(state)}>{wordOf(state)}</StatusBadge>;
}

function toneOf(state: State): Tone {
  if (state.noun === 'contracts') return saleTones[state.is];
  return state.noun === 'agreements' ? agreementTones[state.is] : partnerTones[state.is];
}
