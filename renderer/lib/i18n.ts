import i18next, { type FormatterModule } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { type chinese, type Language, languageOf, languages, resources } from '#shared/i18n/index.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import { errorSentence } from './error-sentence.ts';
import { formatParameter } from './format.ts';
import { type Preferences, preferences } from './preferences.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    returnNull: false;
    resources: typeof chinese;
  }
}

/** Writes every parameter of a sentence by the unit in its name, so that no screen formats amounts for a sentence. */
const unitFormatter: FormatterModule = {
  type: 'formatter',
  init: () => {},
  add: () => {},
  addCached: () => {},
  format: (value: unknown, _format, language, options) => {
    const name: unknown = options?.['interpolationkey'];
    return formatParameter(typeof name === 'string' ? name : '', value, language === 'en' ? 'en' : 'zh-CN');
  },
};

/** The language a set of preferences means on a system with this language tag. */
export function chosenLanguage(choice: Preferences['language'], systemTag: string): Language {
  return choice === 'system' ? languageOf(systemTag) : choice;
}

function apply(): void {
  const language = chosenLanguage(preferences.get().language, navigator.language);
  document.documentElement.lang = language;
  if (i18next.language !== language) void i18next.changeLanguage(language);
}

/** Starts the translations in the preferred language, then follows the preferences without a restart. */
export function startI18n(): void {
  const language = chosenLanguage(preferences.get().language, navigator.language);
  void i18next
    .use(unitFormatter)
    .use(initReactI18next)
    .init({
      resources,
      lng: language,
      fallbackLng: 'zh-CN',
      supportedLngs: [...languages],
      defaultNS: 'common',
      ns: Object.keys(resources.en),
      initAsync: false,
      returnNull: false,
      interpolation: { escapeValue: false, alwaysFormat: true },
      react: { useSuspense: false },
    });
  apply();
  preferences.subscribe(apply);
  globalThis.addEventListener('languagechange', apply);
}

/** The language the screens are in now; the component follows a change. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'zh-CN';
}

/** Gives the sentence of a refusal in the current language. */
export function useErrorSentence(): (refusal: Refusal) => string {
  const language = useLanguage();
  return (refusal) => errorSentence(refusal.code, refusal.params ?? {}, language);
}
