import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MoneyInput } from '#renderer/components/amount-inputs.tsx';
import { OptionButtons } from '#renderer/components/filters.tsx';
import styles from '#renderer/components/receive-drawer.module.css';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { exitGrounds } from '#shared/domain/agreements/refund-interest.ts';
import { articleOfCause, exitCauses } from '#shared/domain/changes/settlement.ts';
import { articles } from '#shared/domain/settings/articles.ts';
import { fen } from '#shared/kernel/money.ts';
import type { AskForm, Deal } from './ask-form.ts';

/** True where the contract of the deal is signed: the change that is only for signed contracts is offered. */
function isSigned({ changes }: Deal): boolean {
  const answer = changes['termsChange'];
  return answer !== undefined && (answer === true || answer.code !== 'CHANGE_BEFORE_SIGNING');
}

/** Whose doing it is that a deal ends, what the law says of its money then, and how much of it is kept. */
export const cancellationForm: AskForm<'cancellation'> = {
  first: () => ({ kind: 'cancellation', cause: 'nobody', keep: fen(0) }),
  Fields: function CancellationFields({ deal, ask, onAsk }) {
    const { t } = useTranslation('exits');
    const { t: form } = useTranslation('contractForm');
    const language = useLanguage();
    const article = articles[articleOfCause[ask.cause]];
    return (
      <div className={styles.fields}>
        <OptionButtons
          label={t('cause')}
          required
          options={exitCauses.map((cause) => ({ value: cause, label: t(`causes.${cause}`) }))}
          value={ask.cause}
          onChange={(cause) => onAsk({ kind: ask.kind, cause, keep: cause === 'buyer' ? ask.keep : fen(0) })}
        />
        <p className={styles.hint}>
          {language === 'zh-CN' ? `${article.zh}：${article.ruleZh}` : `${article.en}: ${article.ruleEn}`}
        </p>
        {ask.cause === 'seller' && isSigned(deal) && (
          <Select
            label={t('ground')}
            description={t('groundHint')}
            placeholder={t('groundNone')}
            clearable
            data={exitGrounds.map((ground) => ({ value: ground, label: form(`articles.${ground}`) }))}
            value={ask.ground ?? null}
            onChange={(chosen) => {
              const ground = exitGrounds.find((one) => one === chosen);
              onAsk({ kind: ask.kind, cause: ask.cause, keep: ask.keep, ...(ground === undefined ? {} : { ground }) });
            }}
          />
        )}
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
