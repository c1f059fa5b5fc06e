import { Button, CloseButton, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MOST_CLAUSES } from '#shared/domain/changes/asks/terms-change.ts';
import styles from './clauses-field.module.css';

type ClausesFieldProps = { clauses: readonly string[]; onClauses: (clauses: string[]) => void };

/** Clauses in words of their own, one paragraph each. */
export function ClausesField({ clauses, onClauses }: ClausesFieldProps) {
  const { t } = useTranslation('agreements');
  return (
    <div className={styles.clauses}>
      <p>{t('clausesHint')}</p>
      {clauses.map((clause, index) => (
        // Clauses have no names: their place is what they are.
        <div key={`clause ${index}`} className={styles.clause}>
          <Textarea
            label={t('clause', { number: index + 1 })}
            autosize
            minRows={2}
            maxRows={8}
            minLength={4}
            maxLength={600}
            required
            value={clause}
            onChange={(event) => onClauses(clauses.toSpliced(index, 1, event.currentTarget.value))}
          />
          <CloseButton
            aria-label={`${t('removeClause')} ${index + 1}`}
            onClick={() => onClauses(clauses.toSpliced(index, 1))}
          />
        </div>
      ))}
      {clauses.length < MOST_CLAUSES && (
        <div>
          <Button variant="default" size="xs" onClick={() => onClauses([...clauses, ''])}>
            {t('addClause')}
          </Button>
        </div>
      )}
    </div>
  );
}
