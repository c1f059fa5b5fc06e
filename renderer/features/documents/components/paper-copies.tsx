import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { Signal, type Tone } from '#renderer/components/signal.tsx';
import type { documents as documentsApi } from '#shared/api/documents.ts';
import { useHolderWord } from './copy-holders.tsx';
import styles from './paper-copies.module.css';

type Versions = z.output<typeof documentsApi.detail.output>['copies'];
type State = Versions[number]['copies'][number]['state'];

const tones: Record<State, Tone> = {
  queued: 'amber',
  sending: 'seal',
  sent: 'amber',
  good: 'ok',
  spoiled: 'plain',
  takenBack: 'plain',
};

/** Which copies there are, of how many, and how each stands: of this version and of those before it. */
export function PaperCopies({ versions }: { readonly versions: Versions }) {
  const { t } = useTranslation('documents');
  const { t: words } = useTranslation('prints');
  const holderWord = useHolderWord();
  return versions.map(({ documentId, issueVersion, voided, of, copies }) => (
    <div key={documentId} className={styles.version}>
      {(versions.length > 1 || voided) && (
        <h4>
          {t('version', { version: issueVersion })}
          {voided && ` · ${t('states.voided')}`}
        </h4>
      )}
      <ul className={styles.copies} aria-label={t('copiesOfVersion', { version: issueVersion })}>
        {copies.map(({ copy, state, reprint, keptOut, holder }) => {
          // A good copy of a version that does not count any more is still in somebody's hands.
          const outside = voided && state === 'good';
          return (
            <li key={copy}>
              <span>
                {copy <= of ? `${copy}/${of}` : t('extraCopy', { copy })}
                {holder !== null && <small> {holderWord(holder)}</small>}
                {reprint && <small> {t('reprintMark')}</small>}
                {keptOut !== null && (
                  <small> {words('earlier.stayed', { reason: words(`earlier.reasons.${keptOut}`) })}</small>
                )}
              </span>
              <Signal tone={outside ? 'seal' : tones[state]}>{t(`copyStates.${outside ? 'outside' : state}`)}</Signal>
            </li>
          );
        })}
      </ul>
    </div>
  ));
}
