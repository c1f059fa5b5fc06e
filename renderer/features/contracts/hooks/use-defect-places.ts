import { useTranslation } from 'react-i18next';
import { type DefectPlace, placeOfField } from '#shared/domain/contracts/defects.ts';
import { contractFields, fieldNames } from '#shared/domain/contracts/fields/catalogue.ts';
import { contractParts } from '#shared/domain/contracts/review.ts';
import { articlesOfText, type ContractText } from '#shared/domain/contracts/text/contract-text.ts';
import { usePlaceNames } from './use-defect-place.ts';

type Choice = { readonly value: string; readonly label: string; readonly place: DefectPlace };

/** The places of a contract that a defect can be at, grouped for choosing: its parts, its articles with their fields, its annexes. */
export function useDefectPlaces(text: ContractText) {
  const { t } = useTranslation('contracts');
  const { t: form } = useTranslation('contractForm');
  const { articleName, annexName } = usePlaceNames(text);
  const parts = contractParts.map(
    (part): Choice => ({
      value: part,
      label: t(`parts.${part}`),
      place: { part, article: null, annex: null, field: null },
    }),
  );
  const articles = articlesOfText(text).map(({ key }) => {
    const name = articleName(key);
    const whole: Choice = {
      value: `article ${key}`,
      label: t('wholeArticle', { article: name }),
      place: { part: 'terms', article: key, annex: null, field: null },
    };
    const fields = fieldNames
      .filter((field) => contractFields[field].article === key)
      .map(
        (field): Choice => ({
          value: field,
          label: `${name} · ${form(`fields.${field}`)}`,
          place: placeOfField(field),
        }),
      );
    return { group: name, items: [whole, ...fields] };
  });
  const annexes = text.annexes.map(
    ({ key }): Choice => ({
      value: `annex ${key}`,
      label: annexName(key),
      place: { part: 'annexes', article: null, annex: key, field: null },
    }),
  );
  const groups = [
    { group: t('defectParts'), items: parts },
    ...articles,
    { group: t('parts.annexes'), items: annexes },
  ];
  const all = groups.flatMap(({ items }) => items);
  return {
    options: groups.map(({ group, items }) => ({ group, items: items.map(({ value, label }) => ({ value, label })) })),
    placeOf: (value: string) => all.find((one) => one.value === value)?.place,
  };
}
