import { changeKinds } from '#shared/domain/changes/kinds.ts';
import {
  changeForm,
  changeIn,
  contractIn,
  ownLock,
  returnedContract,
  signedByAgent,
  subscribeFromPlan,
  subscriptionIn,
  undistributedContract,
  unpaidSubscription,
} from './addresses.ts';
import { agreementScreens } from './agreement-screens.ts';
import { printScreens } from './print-screens.ts';
import { scanScreens } from './scan-screens.ts';
import { askRemoval, showRemoved, showScans } from './scans.ts';
import type { Screen } from './screen.ts';
import { asks, chooseTarget, openBuyerDetails, openSigner } from './steps.ts';
import { textScreens } from './text-screens.ts';

/** The desk of contracts: subscriptions, changes, contracts, agreements, originals, texts, scans and prints. */
export const contractScreens: readonly Screen[] = [
  { name: '05-subscriptions', post: 'supervisor', path: '/contracts/subscriptions' },
  { name: '05-subscription', post: 'supervisor', path: subscriptionIn('depositComplete') },
  { name: '05-subscription-in-review', post: 'supervisor', path: subscriptionIn('inReview') },
  {
    name: '05-subscription-deposit',
    post: 'backOffice',
    path: subscriptionIn('approved'),
    steps: asks(({ subscriptions }) => subscriptions.receive, 'main'),
  },
  {
    name: '05-subscription-payment',
    post: 'backOffice',
    path: subscriptionIn('depositComplete'),
    steps: asks(({ subscriptions }) => subscriptions.receiveMoney, 'main'),
  },
  {
    name: '05-subscription-cancel',
    post: 'manager',
    path: unpaidSubscription,
    steps: asks(({ subscriptions }) => subscriptions.cancel, 'main'),
  },
  {
    name: '05-subscription-invoice',
    post: 'finance',
    path: subscriptionIn('depositComplete'),
    steps: asks(({ invoices }) => invoices.record, 'main'),
  },
  { name: '05-subscription-signer', post: 'supervisor', path: signedByAgent, steps: openSigner },
  { name: '05-change', post: 'supervisor', path: changeIn('pending') },
  { name: '05-change-returned', post: 'supervisor', path: changeIn('returned') },
  { name: '05-change-executed', post: 'supervisor', path: changeIn('executed') },
  { name: '05-change-unitChange-chosen', post: 'supervisor', path: changeForm('unitChange'), steps: chooseTarget },
  { name: '05-changes', post: 'supervisor', path: '/contracts/changes' },
  { name: '18-register', post: 'manager', path: '/contracts/register' },
  { name: '18-register-partners', post: 'manager', path: '/contracts/register?view=partners' },
  { name: '18-register-schedule', post: 'manager', path: '/contracts/register?view=schedule' },
  ...textScreens,
  ...changeKinds.map((kind) => ({
    name: `05-change-${kind}`,
    post: 'supervisor' as const,
    path: changeForm(kind),
  })),
  ...agreementScreens,
  ...scanScreens,
  ...printScreens,
  { name: '05-contracts', post: 'manager', path: '/contracts/contracts' },
  { name: '05-contract', post: 'backOffice', path: contractIn('draft') },
  { name: '05-contract-scans', post: 'backOffice', path: contractIn('signed'), steps: showScans },
  { name: '05-contract-scan-removal', post: 'backOffice', path: contractIn('signed'), steps: askRemoval },
  { name: '05-contract-scans-removed', post: 'backOffice', path: contractIn('signed'), steps: showRemoved },
  ...(['mortgages', 'facilities', 'warranty', 'ownTerms'] as const).map((annex) => ({
    name: `05-contract-annex-${annex}`,
    post: 'backOffice' as const,
    path: contractIn('draft'),
    steps: asks(({ contractAnnexes }) => `${contractAnnexes.edit} ${contractAnnexes.names[annex]}`, 'main'),
  })),
  {
    name: '05-contract-ownership',
    post: 'backOffice',
    path: contractIn('draft'),
    steps: asks(({ contractAnnexes }) => `${contractAnnexes.ownershipEdit} ${contractAnnexes.ownership}`, 'main'),
  },
  { name: '05-contract-buyer', post: 'backOffice', path: contractIn('draft'), steps: openBuyerDetails },
  { name: '05-contract-returned', post: 'backOffice', path: returnedContract },
  { name: '05-contract-in-review', post: 'backOffice', path: contractIn('inReview') },
  { name: '05-contract-printed', post: 'backOffice', path: contractIn('printed') },
  { name: '05-contract-defects', post: 'supervisor', path: '/contracts/defects' },
  { name: '05-contracts-to-review', post: 'manager', path: '/contracts/contracts?view=toReview' },
  {
    name: '05-contracts-views',
    post: 'manager',
    path: '/contracts/contracts?view=toSign',
    steps: asks(({ parts }) => parts.views.title, 'main'),
  },
  { name: '05-contract-signed', post: 'manager', path: contractIn('signed') },
  { name: '05-transfers', post: 'backOffice', path: '/contracts/transfers' },
  {
    name: '05-transfer-send',
    post: 'backOffice',
    path: '/contracts/transfers',
    steps: asks(({ transfers }) => transfers.send),
  },
  { name: '05-archive', post: 'backOffice', path: '/contracts/archive' },
  { name: '05-archive-boxes', post: 'backOffice', path: '/contracts/archive?tab=boxes' },
  {
    name: '05-contract-distribute',
    post: 'backOffice',
    path: undistributedContract,
    steps: asks(({ custody }) => custody.distribute),
  },
  { name: '05-subscribe', post: 'manager', path: ownLock },
  { name: '05-subscribe-from-plan', post: 'manager', path: subscribeFromPlan },
];
