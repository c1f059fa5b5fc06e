import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Signal } from '#renderer/components/signal.tsx';
import type { ContractDetail } from '../contract-types.ts';
import styles from './contract-panel.module.css';

type TextLineProps = {
  detail: ContractDetail;
  /** Opens what the text in force says otherwise; undefined while nobody may change the contract. */
  onTake: (() => void) | undefined;
};

/** Which form a contract is and in which version of its text it stands; where another is in force, the way to it. */
export function TextLine({ detail: { draft, template }, onTake }: TextLineProps) {
  const { t } = useTranslation('contracts');
  const { t: texts } = useTranslation('templates');
  const { own, newer, edition } = template;
  return (
    <div className={styles.textLine}>
      <p>
        {texts(`forms.${draft.form}`)}
        <small>{[own?.name, edition].filter((one) => one !== undefined && one !== '').join(' · ')}</small>
      </p>
      {newer !== null && <Signal tone="amber">{t('text.newer', { name: newer.name })}</Signal>}
      {newer !== null && onTake !== undefined && (
        <Button variant="default" size="compact-sm" onClick={onTake}>
          {t('text.look')}
        </Button>
      )}
    </div>
  );
}
