import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isFieldName } from '#shared/domain/contracts/fields/catalogue.ts';
import type { ContractDetail } from '../contract-types.ts';
import { useFindingSentence } from '../hooks/use-finding-sentence.ts';
import styles from './contract-panel.module.css';

type Finding = ContractDetail['preflight']['open'][number];

type CheckPanelProps = {
  preflight: ContractDetail['preflight'];
  /** Opens the place where a finding is put right; undefined where nobody may change anything now. */
  onFix: ((article: number) => void) | undefined;
  articleOf: (finding: Finding) => number | undefined;
};

/** What the check found, the failed before the passed, each with the way to where it is put right. */
export function CheckPanel({ preflight, onFix, articleOf }: CheckPanelProps) {
  const { t } = useTranslation('contracts');
  const sentence = useFindingSentence();
  const found = [...preflight.open, ...preflight.warnings];
  if (found.length === 0)
    return (
      <div className={styles.line}>
        <span className={styles.mark} data-tone="ok">
          <IconCheck size={15} aria-hidden="true" />
        </span>
        <p>{t('checkClear', { count: preflight.checked })}</p>
      </div>
    );
  return (
    <ul className={styles.list}>
      {found.map((one, index) => {
        const article = articleOf(one);
        const block = one.level === 'block';
        const place = one.place.at === 'field' && isFieldName(one.place.field) ? one.place.field : one.problem;
        return (
          <li key={`${one.rule} ${place} ${index}`} className={styles.line} data-tone={block ? 'seal' : undefined}>
            <span className={styles.mark} data-tone={block ? 'seal' : 'amber'}>
              <IconAlertTriangle size={15} aria-hidden="true" />
            </span>
            <p>
              {sentence(one)}
              <small>
                {one.rule}
                {article === undefined ? '' : ` · ${t('article', { article })}`}
              </small>
            </p>
            {onFix !== undefined && article !== undefined && (
              <Button variant="subtle" size="compact-sm" onClick={() => onFix(article)}>
                {t('goFix')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
