import { IconScale } from '@tabler/icons-react';
import { createContext, useContext } from 'react';
import type { Language } from '#shared/i18n/index.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import { refusalSentence } from '../lib/error-sentence.ts';
import { useLanguage } from '../lib/i18n.ts';
import styles from './action-bar.module.css';
import boxStyles from './refusal-text.module.css';
import { Unbroken } from './unbroken.tsx';

/** Names the rule or article behind a refusal, in words; undefined where there is none to name. */
export type RuleOf = (refusal: Refusal, language: Language) => string | undefined;

const RuleOfContext = createContext<RuleOf>(() => undefined);

/** Gives every refusal below it the way to its rule. */
export const RuleOfProvider = RuleOfContext.Provider;

/** Why something is refused, and the rule it comes from. */
export function RefusalText({ refusal }: { refusal: Refusal }) {
  const language = useLanguage();
  const rule = useContext(RuleOfContext)(refusal, language);
  return (
    <>
      <p>
        <Unbroken text={refusalSentence(refusal, language)} />
      </p>
      {rule !== undefined && (
        <p className={styles.rule}>
          <IconScale size={13} aria-hidden="true" />
          {rule}
        </p>
      )}
    </>
  );
}

/** A refusal above a list or below an act, told as soon as it comes. */
export function RefusalBox({ refusal }: { refusal: Refusal }) {
  return (
    <div className={boxStyles.box} role="alert">
      <RefusalText refusal={refusal} />
    </div>
  );
}
