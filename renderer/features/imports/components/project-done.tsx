import { useTranslation } from 'react-i18next';
import type { TakenOver } from '../project-model.ts';
import { ImportResult } from './import-result.tsx';

/** What was taken over, and what comes next. */
export function ProjectDone({ taken, onAgain }: { taken: TakenOver; onAgain: () => void }) {
  const { t } = useTranslation('runningProject');
  const { customers, subscriptions, contracts, receipts } = taken.figures;
  const counts = {
    customers: customers.count,
    subscriptions: subscriptions.count,
    contracts: contracts.count,
    receipts: receipts.count,
  };
  return (
    <ImportResult
      title={t('done.title')}
      text={[t('done.text', counts), t('done.next')]}
      ways={[
        { label: t('done.toDeals'), to: '/contracts/subscriptions' },
        { label: t('done.toMoney'), to: '/money' },
      ]}
      again={{ label: t('done.again'), onRun: onAgain }}
    />
  );
}
