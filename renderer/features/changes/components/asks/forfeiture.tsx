import { useTranslation } from 'react-i18next';
import styles from '#renderer/components/receive-drawer.module.css';
import type { AskForm } from './ask-form.ts';

/** Nothing is filled in: what is kept follows from the deposit and the law, and when from the notice of termination. */
export const forfeitureForm: AskForm<'forfeiture'> = {
  first: () => ({ kind: 'forfeiture' }),
  Fields: function ForfeitureFields() {
    const { t } = useTranslation('exits');
    return <p className={styles.hint}>{t('forfeiture')}</p>;
  },
};
