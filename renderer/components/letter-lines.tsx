import { Button, Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { letters as lettersApi } from '#shared/api/letters.ts';
import type { PaymentLetterKind } from '#shared/domain/payments/letters.ts';
import { act } from '../lib/office.ts';
import { useCommand } from '../lib/use-command.ts';
import { confirmAct } from './confirm.tsx';
import styles from './money-letters.module.css';
import field from './plan-lines-field.module.css';
import { RefusalText } from './refusal-text.tsx';

type Line = z.output<typeof lettersApi.ofDeal.output>['lines'][number];

type LetterLinesProps = {
  subscriptionId: number;
  kind: PaymentLetterKind;
  lines: readonly Line[];
  mayDispute: boolean;
  chosen: ReadonlySet<number>;
  onChange: (chosen: ReadonlySet<number>) => void;
};

/** The open lines of a plan that a letter may name, each with what stands against it, and whether the buyers dispute it. */
export function LetterLines({ subscriptionId, kind, lines, mayDispute, chosen, onChange }: LetterLinesProps) {
  const { t } = useTranslation('letters');
  const { t: payments } = useTranslation('payments');
  const { t: labels } = useTranslation('labels');
  const { t: parts } = useTranslation('parts');
  const dispute = useCommand(act.letters.dispute);
  const toggle = (position: number) => {
    const next = new Set(chosen);
    if (!next.delete(position)) next.add(position);
    onChange(next);
  };
  const askDispute = ({ position, disputedOn }: Line) => {
    const open = disputedOn === null;
    confirmAct({
      title: t(open ? 'disputeTitle' : 'settleTitle', { position }),
      consequence: t(open ? 'disputeText' : 'settleText'),
      confirmLabel: t(open ? 'dispute' : 'settle'),
      reason: 'required',
      onConfirm: (reason) => dispute.sendOrThrow({ subscriptionId, position, disputed: open, reason }),
    });
  };
  return (
    <fieldset className={field.field}>
      <legend className={field.legend}>{t('lines')}</legend>
      <ul className={field.lines}>
        {lines
          .filter(({ open }) => open > 0)
          .map((line) => {
            const { position, item, dueOn, open, days, penalty, disputedOn, contractDueOn, penaltyWaived } = line;
            const allowed = line.can[kind];
            const picked = chosen.has(position);
            const late = days > 0 ? [t('lineLate', { count: days })] : [];
            const cost = penalty !== null && penalty > 0 ? [t('lineCost', { penaltyFen: penalty })] : [];
            const quarrel = disputedOn === null ? [] : [t('disputed', { sinceOn: disputedOn })];
            const relief = [
              ...(contractDueOn === null ? [] : [parts('planTable.contractDue', { contractDueOn })]),
              ...(penaltyWaived === 0 ? [] : [parts('planTable.waived', { waivedFen: penaltyWaived })]),
            ];
            return (
              <li key={position} className={styles.line} data-picked={picked || undefined}>
                <Checkbox
                  size="xs"
                  checked={picked}
                  disabled={allowed !== true && !picked}
                  onChange={() => toggle(position)}
                  label={payments('planLine', { position, item: labels(`planItems.${item}`) })}
                  description={[t('lineOpen', { dueOn, openFen: open }), ...late, ...cost, ...relief, ...quarrel].join(
                    ' · ',
                  )}
                />
                {mayDispute && (days > 0 || disputedOn !== null) && (
                  <Button
                    variant="subtle"
                    size="compact-xs"
                    aria-label={t(disputedOn === null ? 'disputeOf' : 'settleOf', { position })}
                    onClick={() => askDispute(line)}
                  >
                    {t(disputedOn === null ? 'dispute' : 'settle')}
                  </Button>
                )}
                {picked && allowed !== undefined && allowed !== true && (
                  <div className={styles.refused}>
                    <RefusalText refusal={allowed} />
                  </div>
                )}
              </li>
            );
          })}
      </ul>
    </fieldset>
  );
}
