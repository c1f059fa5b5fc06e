import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { ContractDetail } from '../contract-types.ts';
import { useDefectPlace } from '../hooks/use-defect-place.ts';
import { type Remedy, remedyOfDefect } from '../remedies.ts';
import styles from './contract-panel.module.css';

/** What the reviewers found wrong; whoever may edit the draft says of each that it is corrected. */
export function DefectsPanel({
  detail,
  onFix,
}: {
  readonly detail: ContractDetail;
  /** Opens where a defect is put right; undefined once nobody may change anything. */
  readonly onFix: ((remedy: Remedy) => void) | undefined;
}) {
  const { t } = useTranslation('contracts');
  const settle = useCommand(act.contracts.settleDefect);
  const placeName = useDefectPlace(detail.text);
  const mayCorrect = detail.can['edit'] === true;
  return (
    <>
      <ul className={styles.list}>
        {detail.defects.map(({ id, kind, text, raisedBy, passedBy, state, version, ...place }) => (
          <li key={id} className={styles.line} data-tone={state === 'open' ? 'seal' : undefined}>
            <Signal tone={state === 'open' ? 'seal' : 'ok'}>{t(`defectStates.${state}`)}</Signal>
            <p>
              {text}
              <small>{[kind, placeName(place), raisedBy].filter(Boolean).join(' · ')}</small>
              {passedBy.length > 0 && (
                <small>{t('defectPassedBy', { names: passedBy.map(({ reviewer }) => reviewer).join('、') })}</small>
              )}
            </p>
            <span className={styles.acts}>
              <FixDefect place={place} draft={detail.draft} state={state} onFix={onFix} />
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
            </span>
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

type FixProps = {
  readonly place: Parameters<typeof remedyOfDefect>[0];
  readonly draft: ContractDetail['draft'];
  readonly state: ContractDetail['defects'][number]['state'];
  readonly onFix: ((remedy: Remedy) => void) | undefined;
};

/** The way from an open defect to where it is put right. */
function FixDefect({ place, draft, state, onFix }: FixProps) {
  const { t } = useTranslation('contracts');
  const remedy = remedyOfDefect(place, draft);
  if (onFix === undefined || remedy === undefined || state !== 'open') return null;
  return (
    <Button variant="subtle" size="compact-sm" onClick={() => onFix(remedy)}>
      {t(remedy.what === 'record' ? 'goRecord' : 'goFix')}
    </Button>
  );
}
