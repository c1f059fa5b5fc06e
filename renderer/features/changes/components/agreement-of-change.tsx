import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { agreementTones } from '#renderer/components/agreement-state.ts';
import { Section } from '#renderer/components/page.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { StatusBadge } from '#renderer/components/signal.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { ChangePage } from '../change-words.ts';
import styles from './change-page.module.css';

/** The agreement by which a change of a signed contract is made, or the way to draft it. */
export function AgreementOfChange({ page }: { page: ChangePage }) {
  const { t } = useTranslation('changes');
  const { t: agreements } = useTranslation('agreements');
  const navigate = useNavigate();
  const { kind, made } = page.agreement;
  const toAgreement = (id: number) => `/contracts/agreements/${id}` as string;
  const draft = useCommand(act.agreements.draft, {
    onDone: ({ agreementId }) => void navigate({ to: toAgreement(agreementId) }),
  });
  if (kind === null) return null;
  const allowed = page.can['draftAgreement'];
  const toBeDrafted = made === null && page.row.state === 'approved';
  return (
    <Section title={t('agreement')} flush={!toBeDrafted}>
      {made !== null ? (
        <div className={styles.path}>
          <p>
            <Link to={toAgreement(made.id)}>{`${agreements(`kinds.${kind}`)} ${made.number}`}</Link>{' '}
            <StatusBadge tone={agreementTones[made.state]}>{agreements(`states.${made.state}`)}</StatusBadge>
          </p>
        </div>
      ) : toBeDrafted ? (
        <>
          <Button
            size="xs"
            disabled={allowed !== true}
            loading={draft.pending}
            onClick={() => void draft.send({ changeId: page.row.id })}
          >
            {t('agreementDraft', { kind: t(`agreementKinds.${kind}`) })}
          </Button>
          {allowed !== undefined && allowed !== true && <RefusalText refusal={allowed} />}
          {draft.refusal && <RefusalText refusal={draft.refusal} />}
        </>
      ) : (
        <p className={styles.nothing}>{t('agreementNone')}</p>
      )}
    </Section>
  );
}
