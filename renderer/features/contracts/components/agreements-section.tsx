import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { agreementTones } from '#renderer/components/agreement-state.ts';
import { Section } from '#renderer/components/page.tsx';
import { StatusBadge } from '#renderer/components/signal.tsx';
import type { ContractDetail } from '../contract-types.ts';
import styles from './contract-panel.module.css';

type AgreementsSectionProps = { detail: ContractDetail; onCancelFiling: () => void };

/** What has been agreed about a contract since it was signed, and the ways to agree more. */
export function AgreementsSection({ detail, onCancelFiling }: AgreementsSectionProps) {
  const { t } = useTranslation('agreements');
  const { t: changes } = useTranslation('changes');
  const navigate = useNavigate();
  const { row, agreements } = detail;
  const live = row.state === 'signed' || row.state === 'filed';
  const ask = (kind: string) =>
    void navigate({ to: `/contracts/change/${row.subscriptionId}` as string, search: { kind } as never });
  return (
    <Section
      title={t('title')}
      count={agreements.length}
      aside={
        live && (
          <>
            <Button variant="subtle" size="compact-sm" onClick={() => ask('termsChange')}>
              {t('askChange')}
            </Button>
            {detail.can['cancelFiling'] === true && (
              <Button variant="subtle" size="compact-sm" onClick={onCancelFiling}>
                {t('cancelFiling')}
              </Button>
            )}
          </>
        )
      }
    >
      {agreements.length === 0 ? (
        <p className={styles.hint}>{t('none')}</p>
      ) : (
        <ul className={styles.list}>
          {agreements.map(({ id, number, kind, position, state, changeKind, signedOn, refileBy, refiledOn }) => (
            <li key={id} className={styles.line}>
              <Link to={`/contracts/agreements/${id}` as string}>{number}</Link>
              <p>
                {t('numbered', { kind: t(`kinds.${kind}`), position })} · {changes(`kinds.${changeKind}`)}
                <small>
                  {[
                    ...(signedOn === null ? [] : [t('inForceSince', { signedOn })]),
                    ...(refileBy === null || refiledOn !== null ? [] : [t('refileBy', { refileBy })]),
                  ].join(' · ')}
                </small>
              </p>
              <StatusBadge tone={agreementTones[state]}>{t(`states.${state}`)}</StatusBadge>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
