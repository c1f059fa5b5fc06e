import type { AgreementKind } from '#shared/domain/agreements/states.ts';
import type { ContractState } from '#shared/domain/contracts/states.ts';
import type { FullClient } from '#tests/e2e/support/page-client.ts';
import type { Screen } from './screen.ts';
import { asks } from './steps.ts';

type Agreed = { readonly agreement: string; readonly contract: string };

/** A contract of the demonstration with an agreement of a kind about it, and where each of them is shown. */
async function agreedAbout(office: FullClient, kind: AgreementKind, states: ContractState[]): Promise<Agreed> {
  const { rows } = await office.contracts.list({ scope: 'all', states, text: '' });
  for (const { id } of rows) {
    const { agreements } = await office.contracts.detail({ contractId: id });
    const found = agreements.find((one) => one.kind === kind);
    if (found !== undefined)
      return { agreement: `/contracts/agreements/${found.id}`, contract: `/contracts/contracts/${id}` };
  }
  throw new Error(`No contract of the demo office has a ${kind} agreement`);
}

const at =
  (part: keyof Agreed, kind: AgreementKind, states: ContractState[] = ['signed', 'filed']) =>
  async (office: FullClient) =>
    (await agreedAbout(office, kind, states))[part];

/** Agreements about signed contracts, and the originals of their contracts. */
export const agreementScreens: readonly Screen[] = [
  { name: '05-agreement-change', post: 'backOffice', path: at('agreement', 'supplement') },
  { name: '05-agreement-end', post: 'backOffice', path: at('agreement', 'termination') },
  { name: '05-agreement-interest', post: 'backOffice', path: at('agreement', 'termination', ['terminated']) },
  {
    name: '05-agreement-refile',
    post: 'warrantOfficer',
    path: at('agreement', 'supplement'),
    steps: asks(({ agreements }) => agreements.actions.refile),
  },
  { name: '05-contract-amended', post: 'backOffice', path: at('contract', 'supplement') },
  {
    name: '05-contract-move-originals',
    post: 'backOffice',
    path: at('contract', 'termination'),
    steps: asks(({ custody }) => custody.move),
  },
  {
    name: '05-contract-collect',
    post: 'backOffice',
    path: at('contract', 'termination'),
    steps: asks(({ custody }) => custody.collect.act),
  },
];
