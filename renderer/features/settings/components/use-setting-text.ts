import { useTranslation } from 'react-i18next';
import { formatCount, formatMoney, formatPercent, joinWords } from '#renderer/lib/format.ts';
import { useLanguage } from '#renderer/lib/i18n.ts';
import type { CaseDefinitions } from '#shared/domain/cases/definitions.ts';
import { caseKinds } from '#shared/domain/cases/states.ts';
import type { ChangeReason } from '#shared/domain/changes/reasons.ts';
import type { RequiredFile } from '#shared/domain/contracts/required-files.ts';
import { type SettingKey, settingDefinitions } from '#shared/domain/settings/registry.ts';
import { fen } from '#shared/kernel/money.ts';

/** A value as the office sends it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** True for an object of named values. */
export function isRecord(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Words of fields inside settings: posts, ratings, ways to pay, choices. */
export function useFieldName(): (key: string, name: string) => string {
  const { i18n } = useTranslation('settings');
  const { t: labels } = useTranslation('labels');
  return (key, name) => {
    const places = [
      `settings:fields.${name}`,
      `settings:choices.${name}`,
      `settings:approval.kinds.${name}`,
      `labels:posts.${name}`,
      `labels:ratings.${name}`,
      `labels:paymentMethods.${name}`,
    ];
    const order = settingDefinitions[key as SettingKey].unit === 'choice' ? places.slice(1) : places;
    const found = order.find((place) => i18n.exists(place));
    // The keys were just looked up, so that the typed `t` cannot know them.
    return found === undefined ? name : (labels as (key: string) => string)(found);
  };
}

/** A label as it stands within a line: English ones begin small there, names and initials do not. */
function withinSentence(label: string): string {
  return /^[A-Z][a-z]+(?: |$)/.test(label) ? label.slice(0, 1).toLowerCase() + label.slice(1) : label;
}

function capitalised(line: string): string {
  return line.slice(0, 1).toUpperCase() + line.slice(1);
}

/** Gives a value of a setting in words and figures of one line. */
export function useSettingText(): (key: SettingKey, value: Json) => string {
  const { t } = useTranslation('settings');
  const { t: cases } = useTranslation('cases');
  const nameOf = useFieldName();
  const language = useLanguage();
  const [open, close, comma] = language === 'zh-CN' ? (['（', '）', '，'] as const) : ([' (', ')', ', '] as const);

  function scalar(key: SettingKey, value: Json): string {
    const { unit } = settingDefinitions[key];
    if (typeof value === 'boolean') return value ? t('yes') : t('no');
    if (value === null) return t(unit === 'day' ? 'notSet' : 'unlimited');
    if (typeof value === 'string') return unit === 'choice' ? nameOf(key, value) : value;
    if (typeof value !== 'number') return '';
    if (unit === 'ppm') return formatPercent(value);
    if (unit === 'fen') return formatMoney(fen(value));
    return unit === 'days' || unit === 'minutes' ? `${formatCount(value)} ${t(`units.${unit}`)}` : formatCount(value);
  }

  function text(key: SettingKey, value: Json): string {
    if (key === 'discounts') {
      const count = Array.isArray(value) ? value.length : 0;
      return count === 0 ? t('noDiscounts') : t('discountCount', { count });
    }
    if (key === 'earlyManagement' && isRecord(value)) {
      const { company, from, to, feeKind } = value;
      if (typeof company !== 'string' || company === '') return t('notSet');
      const days = [from, to].map((day) => (typeof day === 'string' ? day : ''));
      const period = days.every((day) => day === '') ? '' : days.join('–');
      return [company, period, nameOf(key, String(feeKind))].filter(Boolean).join(' · ');
    }
    if (key === 'caseDefinitions') {
      const kinds = value as unknown as CaseDefinitions;
      return joinWords(
        caseKinds.map((kind) => {
          const { steps, papers } = kinds[kind];
          return t('caseSteps', { kind: cases(`kinds.${kind}`), steps: steps.length, papers: papers.length });
        }),
        language,
      );
    }
    if (key === 'changeReasons' || key === 'defectKinds')
      return joinWords(
        (value as unknown as readonly Pick<ChangeReason, 'label'>[]).map(({ label }) => label),
        language,
      );
    if (key === 'requiredFiles') {
      const lines = value as unknown as readonly RequiredFile[];
      const binding = lines.filter(({ lacking }) => lacking === 'refuses').length;
      return t('requiredFilesCount', { count: lines.length, binding });
    }
    if (key === 'planTemplates') return t('planCount', { count: Array.isArray(value) ? value.length : 0 });
    if (key === 'approvalPolicy')
      return t('ladder', {
        count: isRecord(value) && isRecord(value.rules ?? null) ? Object.keys(value.rules ?? {}).length : 0,
      });
    if (Array.isArray(value))
      return joinWords(
        value.map((one) => scalar(key, one)),
        language,
      );
    if (!isRecord(value)) return scalar(key, value);
    // Whole paragraphs are read where they are written.
    if (settingDefinitions[key].unit === 'text') {
      const texts = Object.values(value);
      return t('textsWritten', { written: texts.filter((one) => one !== '').length, count: texts.length });
    }
    return Object.entries(value)
      .map(([name, part]) => {
        const label = withinSentence(nameOf(key, name));
        return isRecord(part)
          ? `${label}${open}${text(key, part)}${close}`
          : `${label} ${name.endsWith('Ppm') && typeof part === 'number' ? formatPercent(part) : scalar(key, part)}`;
      })
      .join(comma);
  }

  return (key, value) => capitalised(text(key, value));
}
