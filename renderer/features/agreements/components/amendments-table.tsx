import { useTranslation } from 'react-i18next';
import { useTermText } from '#renderer/components/use-term-text.ts';
import { formatPercent } from '#renderer/lib/format.ts';
import { type Amendment, articleOf } from '#shared/domain/agreements/amendments.ts';
import { sumFen } from '#shared/kernel/money.ts';
import type { AgreementDetail } from '../agreement-types.ts';
import styles from './agreement.module.css';

/** What an agreement changes of its contract, line by line: where, what it said, what it says. */
export function AmendmentsTable({ detail }: { detail: AgreementDetail }) {
  const { t } = useTranslation('agreements');
  const { t: form } = useTranslation('contractForm');
  const textOf = useTermText();
  const { amendments } = detail.row;
  if (amendments.length === 0) return <p className={styles.nothing}>{t('noChanges')}</p>;
  const nameOf = (id: number) => detail.people.find(({ customerId }) => customerId === id)?.name ?? `#${id}`;
  const wordsOf = (one: Amendment): { readonly name: string; readonly before: string; readonly after: string } => {
    switch (one.what) {
      case 'buyers': {
        const named = (list: typeof one.before) =>
          list.map(({ customerId, sharePpm }) => `${nameOf(customerId)} ${formatPercent(sharePpm)}`).join('\n');
        return { name: t('buyers'), before: named(one.before), after: named(one.after) };
      }
      case 'payments': {
        const summed = (list: typeof one.before) =>
          t('instalments', {
            count: list.length,
            sumFen: sumFen(list.filter(({ inPrice }) => inPrice).map(({ amount }) => amount)),
          });
        return { name: t('payments'), before: summed(one.before), after: summed(one.after) };
      }
      case 'field':
        return {
          name: form(`fields.${one.field}`),
          before: textOf(one.field, one.before),
          after: textOf(one.field, one.after),
        };
    }
  };
  return (
    <table className={styles.table} aria-label={t('changes')}>
      <thead>
        <tr>
          <th scope="col">{t('articleColumn')}</th>
          <th scope="col">{t('before')}</th>
          <th scope="col">{t('after')}</th>
        </tr>
      </thead>
      <tbody>
        {amendments.map((one) => {
          const { name, before, after } = wordsOf(one);
          const article = articleOf(one);
          return (
            <tr key={one.what === 'field' ? one.field : one.what}>
              <th scope="row">
                {name}
                <small>{article === null ? t('parties') : form(`articles.${article}`)}</small>
              </th>
              <td data-was>{before || t('blank')}</td>
              <td data-new>{after || t('blank')}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
