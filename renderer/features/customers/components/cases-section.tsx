import { IconBuildingBank } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Section } from '#renderer/components/page.tsx';
import { DueSignal, Signal } from '#renderer/components/signal.tsx';
import { useStepName } from '#renderer/lib/step-name.ts';
import type { CustomerDetail } from '../history.ts';
import styles from './customers.module.css';

/** How early the end of a step is called out, as on the desk of the warrants. */
const SOON_DAYS = 2;

/** Filing and mortgages of the deals: where each stands, and until when. */
export function CasesSection({ cases }: { cases: CustomerDetail['cases'] }) {
  const { t } = useTranslation('customers');
  const { t: words } = useTranslation('cases');
  const nameOf = useStepName();
  if (cases.length === 0) return null;
  const several = new Set(cases.map(({ unit }) => unit)).size > 1;
  return (
    <Section title={t('cases.title')} count={cases.length} flush>
      <ul className={styles.lines} aria-label={t('cases.title')}>
        {cases.map((one) => (
          <li key={one.id}>
            <IconBuildingBank size={15} stroke={1.6} aria-hidden="true" />
            <Link to={`/warrants/cases/${one.id}` as string} title={one.bank === '' ? one.unit : one.bank}>
              {several && `${one.unit} `}
              {one.loanKind === null ? words(`kinds.${one.kind}`) : words(`loanKinds.${one.loanKind}`)}
              {one.state !== 'done' && ` · ${nameOf(one.step, one.stepName)}`}
            </Link>
            {one.state === 'done' ? (
              <Signal tone="ok">{words('states.done')}</Signal>
            ) : one.state === 'returned' ? (
              <Signal tone="seal">{words('states.returned')}</Signal>
            ) : (
              <DueSignal dueOn={one.dueOn} soonDays={SOON_DAYS} />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
