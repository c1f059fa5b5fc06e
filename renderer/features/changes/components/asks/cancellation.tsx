import { useTranslation } from 'react-i18next';
import { MoneyInput } from '#renderer/components/amount-inputs.tsx';
import { OptionButtons } from '#renderer/components/filters.tsx';
import styles from '#renderer/components/receive-drawer.module.css';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { articleOfCause, exitCauses } from '#shared/domain/changes/settlement.ts';
import { articles } from '#shared/domain/settings/articles.ts';
import { fen } from '#shared/kernel/money.ts';
import type { AskForm } from './ask-form.ts';

/** Whose doing it is that a deal ends, what the law says of its money then, and how much of it is kept. */
export const cancellationForm: AskForm<'cancellation'> = {
  first: () => ({ kind: 'cancellation', cause: 'nobody', keep: fen(0) }),
  Fields: function CancellationFields({ ask, onAsk }) {
    const { t } = useTranslation('exits');
    const language = useLanguage();
    const article = articles[articleOfCause[ask.cause]];
    return (
      <div className={styles.fields}>
        <OptionButtons
          label={t('cause')}
          required
          options={exitCauses.map((cause) => ({ value: cause, label: t(`causes.${cause}`) }))}
          value={ask.cause}
          onChange={(cause) => onAsk({ ...ask, cause, keep: cause === 'buyer' ? ask.keep : fen(0) })}
        />
        <p className={styles.hint}>
          {language === 'zh-CN' ? `${article.zh}：${article.ruleZh}` : `${article.en}: ${article.ruleEn}`}
        </p>
        {ask.cause === 'buyer' && (
          <MoneyInput
            label={t('keep')}
            value={ask.keep}
            onChange={(keep) => onAsk({ ...ask, keep: keep ?? fen(0) })}
            capitals
            required
          />
        )}
      </div>
    );
  },
};
