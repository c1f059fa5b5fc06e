import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { Attachments } from '#renderer/components/attachments.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import type { subscriptions } from '#shared/api/subscriptions.ts';
import { askedFiles } from '#shared/domain/subscriptions/signers.ts';
import styles from './review-files.module.css';

type Detail = z.output<typeof subscriptions.detail.output>;

/** The files that go to the review of a subscription: which are asked for, which are there, and the scans themselves. */
export function ReviewFiles({ detail }: { detail: Detail }) {
  const { t } = useTranslation('subscriptions');
  const { t: words } = useTranslation('attachments');
  const { files, signersRefusal, row } = detail;
  const reviewed = row.state !== 'draft' && row.state !== 'inReview';
  return (
    <div className={styles.files}>
      <ul className={styles.list}>
        {files.map(({ kind, asked, given }) => (
          <li key={kind}>
            <span>{words(`kinds.${kind}`)}</span>
            <Signal tone={given >= asked ? 'ok' : 'amber'}>{t('filesGiven', { given, asked })}</Signal>
          </li>
        ))}
      </ul>
      {signersRefusal !== null && !reviewed && <RefusalText refusal={signersRefusal} />}
      <Attachments noun="subscriptions" subjectId={row.id} kind={askedFiles} />
    </div>
  );
}
