import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Signal } from '#renderer/components/signal.tsx';
import { type AnnexName, annexesOf, annexOfTable, fillingOf } from '../annex-tables.ts';
import type { ContractDetail } from '../contract-types.ts';
import { useAnnexName } from '../hooks/use-annex-name.ts';
import styles from './contract-panel.module.css';

type AnnexesSectionProps = {
  detail: ContractDetail;
  /** Opens the editor of an annex; undefined while nobody may change them. */
  onEdit: ((annex: AnnexName) => void) | undefined;
};

/** The annexes with how far each is filled in, and the way to its editor. */
export function AnnexesSection({ detail, onEdit }: AnnexesSectionProps) {
  const { t } = useTranslation('contractAnnexes');
  const { t: contracts } = useTranslation('contracts');
  const nameOf = useAnnexName(detail.text);
  const { annexes } = detail.draft;
  const found = [...detail.preflight.open, ...detail.preflight.warnings];
  return (
    <ul className={styles.articles}>
      {annexesOf(detail.text).map((name) => {
        const filling = fillingOf(annexes, name);
        const wrong = found.filter(({ place }) => place.at === 'annex' && annexOfTable(place.table) === name);
        const blocks = wrong.some(({ level }) => level === 'block');
        return (
          <li key={name} className={styles.article}>
            <span title={nameOf(name)}>{nameOf(name)}</span>
            {wrong.length > 0 ? (
              <Signal tone={blocks ? 'seal' : 'amber'}>{contracts('checkOpen', { count: wrong.length })}</Signal>
            ) : (
              <small>{typeof filling === 'object' ? t('rows', { count: filling.rows }) : t(filling)}</small>
            )}
            {onEdit !== undefined && filling !== 'fromPlan' && (
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={`${t('edit')} ${t(`names.${name}`)}`}
                onClick={() => onEdit(name)}
              >
                {t('edit')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
