import type { z } from 'zod';
import { AskedFiles } from '#renderer/components/asked-files.tsx';
import { Attachments } from '#renderer/components/attachments.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import type { subscriptions } from '#shared/api/subscriptions.ts';
import { askedFiles } from '#shared/domain/subscriptions/signers.ts';
import styles from './review-files.module.css';

type Detail = z.output<typeof subscriptions.detail.output>;

/** The files that go to the review of a subscription: which are asked for, which are there, and the scans themselves. */
export function ReviewFiles({ detail }: { detail: Detail }) {
  const { files, signersRefusal, row } = detail;
  const reviewed = row.state !== 'draft' && row.state !== 'inReview';
  return (
    <div className={styles.files}>
      <AskedFiles files={files} />
      {signersRefusal !== null && !reviewed && <RefusalText refusal={signersRefusal} />}
      <Attachments noun="subscriptions" subjectId={row.id} kind={askedFiles} />
    </div>
  );
}
