import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loaded } from '#renderer/components/data-states.tsx';
import { Section } from '#renderer/components/page.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { useCopyWords } from '#renderer/components/use-copy-words.ts';
import { ask } from '#renderer/lib/office.ts';
import { isGone } from '#shared/domain/custody/moves.ts';
import type { AgreementDetail } from '../agreement-types.ts';
import styles from './agreement.module.css';

/** Where every signed copy of an agreement is; they are handed on with the originals of its contract. */
export function AgreementOriginals({ detail: { row, contract } }: { detail: AgreementDetail }) {
  const { t } = useTranslation('custody');
  const words = useCopyWords();
  const navigate = useNavigate();
  const originals = useQuery(ask.custody.ofContract({ contractId: contract.id }));
  const own = <Copy extends { readonly number: string }>(copies: readonly Copy[]) =>
    copies.filter(({ number }) => number === row.number);
  return (
    <Section
      title={t('originals')}
      aside={
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => void navigate({ to: `/contracts/contracts/${contract.id}` as string })}
        >
          {t('atContract')}
        </Button>
      }
    >
      <Loaded query={originals} skeletonRows={2}>
        {({ copies, open }) => (
          <>
            {own(open).length > 0 && <Signal tone="amber">{t('open', { count: own(open).length })}</Signal>}
            {own(copies).length + own(open).length === 0 && <p className={styles.hint}>{t('notPrinted')}</p>}
            <ul className={styles.copies}>
              {own(copies).map((copy) => (
                <li key={copy.id}>
                  <p>
                    {words.nameOf(copy)}
                    <small>
                      {[`${t('holder')} ${t(`holders.${copy.holder}`)}`, words.whereOf(copy)]
                        .filter((text) => text !== '')
                        .join(' · ')}
                    </small>
                  </p>
                  <Signal tone={isGone(copy.place) ? 'seal' : 'plain'}>{t(`places.${copy.place}`)}</Signal>
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </Section>
  );
}
