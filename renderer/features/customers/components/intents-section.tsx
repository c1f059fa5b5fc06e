import { IconListNumbers } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Section } from '#renderer/components/page.tsx';
import { Signal, type Tone } from '#renderer/components/signal.tsx';
import type { IntentState } from '#shared/domain/launches/states.ts';
import type { CustomerDetail } from '../history.ts';
import styles from './customers.module.css';

/** What waits for the customer is amber, what came to a home is good; the rest is history. */
const tones: Partial<Record<IntentState, Tone>> = { called: 'amber', picked: 'ok', converted: 'ok', paid: 'ink' };

/** For which launches the household is registered: queue number, drawn place, and what was picked. */
export function IntentsSection({ intents }: { intents: CustomerDetail['intents'] }) {
  const { t } = useTranslation('customers');
  const { t: words } = useTranslation('launches');
  if (intents.length === 0) return null;
  return (
    <Section title={t('intents.title')} count={intents.length} flush>
      <ul className={styles.lines} aria-label={t('intents.title')}>
        {intents.map(({ id, of, launchId, launch, number, queueNo, drawPlace, state, unit }) => (
          <li key={id}>
            <IconListNumbers size={15} stroke={1.6} aria-hidden="true" />
            <Link
              to={`/sales/launches/${launchId}` as string}
              search={{ intent: id } as never}
              title={[of, launch, number].filter((part) => part !== null).join(' · ')}
            >
              {[
                of,
                words('intentTitle', { queueNo }),
                drawPlace === null ? null : t('intents.place', { place: drawPlace }),
                unit ?? launch,
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </Link>
            <Signal tone={tones[state] ?? 'plain'}>{words(`intentStates.${state}`)}</Signal>
          </li>
        ))}
      </ul>
    </Section>
  );
}
