import { useTranslation } from 'react-i18next';
import { formatMoney, formatPercent } from '#renderer/lib/format.ts';
import type { PriceRule } from '#shared/domain/prices/formula.ts';
import { fen } from '#shared/kernel/money.ts';
import type { Choices } from '../batch-words.ts';

/** One rule in a line of words, for a batch that is written no more. */
export function RuleSentence({ rule, choices }: { rule: PriceRule; choices: Choices | undefined }) {
  const { t } = useTranslation('prices');
  const { t: labels } = useTranslation('labels');
  const { where, price, change } = rule;
  const { floorFrom, floorTo } = where;
  const bothEnds = floorFrom !== null && floorTo !== null;
  const floorWords = bothEnds
    ? [t('rule.floors', { from: floorFrom, to: floorTo })]
    : [
        ...(floorFrom === null ? [] : [t('rule.floorsFrom', { from: floorFrom })]),
        ...(floorTo === null ? [] : [t('rule.floorsTo', { to: floorTo })]),
      ];
  const places = [
    ...where.buildingIds.map((id) => choices?.buildings.find((one) => one.id === id)?.name ?? String(id)),
    ...where.uses.map((use) => labels(`unitUses.${use}`)),
    ...where.houseTypes,
    ...where.orientations,
    ...floorWords,
  ];
  const sign = (value: number) => (value > 0 ? '+' : '');
  const figure =
    'ratePpm' in change
      ? `${change.by === 'percent' ? sign(change.ratePpm) : ''}${formatPercent(change.ratePpm)}`
      : `${change.by === 'set' || change.by === 'setPerMetre' ? '' : sign(change.amount)}${formatMoney(fen(change.amount))}`;
  return (
    <>
      <b>{t(`kept.${price}`)}</b> {t(`rule.kinds.${change.by}`)} <b>{figure}</b>
      {change.by === 'perFloor' && ` (${t('rule.baseFloor')} ${change.floor})`}
      <small>{places.length === 0 ? t('rule.everywhere') : places.join(' · ')}</small>
    </>
  );
}
