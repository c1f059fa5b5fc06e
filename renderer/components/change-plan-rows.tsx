import { useTranslation } from 'react-i18next';
import type { Simulation } from '#shared/domain/changes/simulation.ts';
import { daysBetween } from '#shared/kernel/local-date.ts';
import { fen } from '#shared/kernel/money.ts';
import styles from './change-figures.module.css';
import { Rows } from './change-rows.tsx';
import { Money } from './values.tsx';

/** The plan before and after, line beside line: each amount with the day on which it is due. */
export function PlanRows({ plan: { before, after } }: { plan: NonNullable<Simulation['plan']> }) {
  const { t } = useTranslation('changes');
  const { t: labels } = useTranslation('labels');
  const rows = Array.from({ length: Math.max(before.length, after.length) }, (_none, index) => ({
    was: before[index],
    is: after[index],
  }));
  const nameOf = ({ was, is }: (typeof rows)[number]): string => {
    const [from, to] = [was, is].map((line) => (line === undefined ? '' : labels(`planItems.${line.item}`)));
    return from === to || from === '' || to === '' ? (to ?? '') || (from ?? '') : `${from} → ${to}`;
  };
  return (
    <Rows title={t('plan')}>
      {rows.map(({ was, is }, index) => (
        <tr key={is?.position ?? `-${was?.position ?? index}`} data-line>
          <th scope="row">{nameOf({ was, is })}</th>
          <td data-was>{was && <DueAmount line={was} />}</td>
          <td data-new={(was?.amount !== is?.amount && is !== undefined) || undefined}>
            {is && <DueAmount line={is} moved={was?.dueOn !== is.dueOn} />}
          </td>
          <td>{was && is && <LineMoved was={was} is={is} />}</td>
        </tr>
      ))}
    </Rows>
  );
}

type PlanLine = NonNullable<Simulation['plan']>['after'][number];

function DueAmount({ line: { amount, dueOn }, moved }: { line: PlanLine; moved?: boolean }) {
  return (
    <>
      <Money value={amount} />
      <span className={styles.under} data-new={moved || undefined}>
        {dueOn}
      </span>
    </>
  );
}

function LineMoved({ was, is }: { was: PlanLine; is: PlanLine }) {
  const { t } = useTranslation('changes');
  const days = daysBetween(was.dueOn, is.dueOn);
  if (was.amount === is.amount && days === 0) return t('unchanged');
  return (
    <>
      {was.amount !== is.amount && <Money value={fen(is.amount - was.amount)} signed />}
      {days !== 0 && (
        <span className={styles.under}>{`${days > 0 ? '+' : '−'}${t('days', { count: Math.abs(days) })}`}</span>
      )}
    </>
  );
}
