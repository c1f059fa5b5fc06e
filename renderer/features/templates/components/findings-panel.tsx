import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Signal, type Tone } from '#renderer/components/signal.tsx';
import { useLanguage } from '#renderer/lib/i18n.ts';
import type { TemplateFinding, TemplateStop } from '#shared/domain/contracts/templates/findings.ts';
import { isTextPart } from '#shared/domain/contracts/templates/parts.ts';
import { articleNumber, type ContractText } from '#shared/domain/contracts/text/contract-text.ts';
import { findingWords } from '../finding-words.ts';
import styles from './templates.module.css';

const tones: Readonly<Record<TemplateStop, Tone>> = { save: 'seal', submit: 'amber', warn: 'plain' };

type FindingsPanelProps = {
  findings: readonly TemplateFinding[];
  text: ContractText;
  onChoose: (article: string) => void;
};

/** What the check finds in the whole text, the heaviest first, each with the way to its article. */
export function FindingsPanel({ findings, text, onChoose }: FindingsPanelProps) {
  const { t } = useTranslation('templates');
  const language = useLanguage();
  return (
    <aside className={styles.findings} aria-label={t('findings')}>
      <h2>
        {t('findings')} {findings.length > 0 && <span>{findings.length}</span>}
      </h2>
      {findings.length === 0 && <p>{t('findingsClear')}</p>}
      <ul>
        {findings.map((one, index) => {
          const number = articleNumber(text, one.article);
          const place =
            number !== undefined
              ? t('article', { number })
              : isTextPart(one.article)
                ? t(`parts.${one.article}`)
                : undefined;
          return (
            <li key={`${one.problem} ${one.clause} ${index}`}>
              <div>
                <Signal tone={tones[one.stops]}>{t(`stops.${one.stops}`)}</Signal>
                {place !== undefined && (
                  <Button variant="subtle" size="compact-sm" onClick={() => onChoose(one.article)}>
                    {place}
                  </Button>
                )}
              </div>
              <p>{findingWords(one, language)}</p>
            </li>
          );
        })}
      </ul>
    </aside>
  );
}
