import { useTranslation } from 'react-i18next';
import { UnitMark } from '#renderer/components/unit-state.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { formatDateShort } from '#renderer/lib/format.ts';
import type { UnitStep } from '../board/path.ts';
import styles from './drawer.module.css';

/** The path of a unit's states by their marks: steps behind with their day, the present one framed, the rest in outline. */
export function UnitPath({ steps }: { steps: readonly UnitStep[] }) {
  const { t } = useTranslation('units');
  const { t: states } = useTranslation('unitStates');
  const today = useToday();
  return (
    <ol className={styles.path} aria-label={t('drawer.path')}>
      {steps.map(({ state, on, at }) => (
        <li
          key={state}
          data-at={at}
          title={states(`name.${state}`)}
          aria-label={[states(`name.${state}`), on].filter(Boolean).join(' ')}
          aria-current={at === 'now' ? 'step' : undefined}
        >
          <UnitMark state={state} />
          <span>{on === undefined ? '' : formatDateShort(on, today)}</span>
        </li>
      ))}
    </ol>
  );
}
