import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { Simulation } from '#shared/domain/changes/simulation.ts';
import type { nextSignerSchema } from '#shared/domain/subscriptions/signers.ts';
import { formatPercent } from '../lib/format.ts';
import styles from './change-figures.module.css';
import { Rows } from './change-rows.tsx';
import { useSignsText } from './use-signs-text.ts';

/** Who stays, comes in or goes, with their shares and who signs for them. */
export function BuyerRows({
  buyers: { before, after },
  people,
  signers,
}: {
  buyers: NonNullable<Simulation['buyers']>;
  people: readonly { readonly customerId: number; readonly name: string }[];
  signers: readonly z.output<typeof nextSignerSchema>[];
}) {
  const { t } = useTranslation('changes');
  const signsText = useSignsText();
  const signsOf = (id: number): string => {
    const said = signers.find(({ customerId }) => customerId === id);
    return said === undefined ? '' : signsText(said.signer, said.company);
  };
  const ids = [...new Set([...after, ...before].map(({ customerId }) => customerId))];
  const shareIn = (list: typeof before, id: number) => list.find(({ customerId }) => customerId === id)?.sharePpm;
  const moveOf = (was: number | undefined, is: number | undefined) => {
    if (was === undefined) return t('buyerComes');
    if (is === undefined) return t('buyerGoes');
    return was === is ? t('buyerStays') : t('shareMoves');
  };
  return (
    <Rows title={t('buyersMoved')}>
      {ids.map((id) => {
        const [was, is] = [shareIn(before, id), shareIn(after, id)];
        return (
          <tr key={id} data-line>
            <th scope="row">
              {people.find(({ customerId }) => customerId === id)?.name ?? `#${id}`}
              <span className={styles.under}>{signsOf(id)}</span>
            </th>
            <td data-was>{was === undefined ? '' : formatPercent(was)}</td>
            <td data-new={was !== is || undefined}>{is === undefined ? '' : formatPercent(is)}</td>
            <td>{moveOf(was, is)}</td>
          </tr>
        );
      })}
    </Rows>
  );
}
