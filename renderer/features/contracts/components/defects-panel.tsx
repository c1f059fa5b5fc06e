import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { ContractDetail } from '../contract-types.ts';
import styles from './contract-panel.module.css';

/** What the reviewers found wrong; whoever may edit the draft says of each that it is corrected. */
export function DefectsPanel({ detail }: { detail: ContractDetail }) {
  const { t } = useTranslation('contracts');
  const settle = useCommand(act.contracts.settleDefect);
  const mayCorrect = detail.can['edit'] === true;
  return (
    <>
      <ul className={styles.list}>
        {detail.defects.map(({ id, part, text, raisedBy, state, version }) => (
          <li key={id} className={styles.line} data-tone={state === 'open' ? 'seal' : undefined}>
            <Signal tone={state === 'open' ? 'seal' : 'ok'}>{t(`defectStates.${state}`)}</Signal>
            <p>
              {text}
              <small>
                {t(`parts.${part}`)} · {raisedBy}
              </small>
            </p>
            {mayCorrect && (
              <Button
                variant="subtle"
                size="compact-sm"
                loading={settle.pending}
                onClick={() =>
                  void settle.send({ defectId: id, version, state: state === 'open' ? 'corrected' : 'open' })
                }
              >
                {t(state === 'open' ? 'markCorrected' : 'markOpen')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {settle.refusal && (
        <div role="alert">
          <RefusalText refusal={settle.refusal} />
        </div>
      )}
    </>
  );
}
