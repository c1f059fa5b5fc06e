import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalOf } from '../lib/error-sentence.ts';
import { useErrorSentence } from '../lib/i18n.ts';
import styles from './data-states.module.css';

type EmptyStateProps = {
  /** What belongs here. */
  title?: ReactNode;
  text?: ReactNode;
  /** The first step: one button. */
  action?: ReactNode;
  /** It stands in the place of the whole page, whose heading it is. */
  whole?: boolean | undefined;
  /** It stands inside a section, at whose edge it begins. */
  inSection?: boolean | undefined;
};

/** Says what belongs here and offers the first step. */
export function EmptyState({ title, text, action, whole, inSection }: EmptyStateProps) {
  const { t } = useTranslation('common');
  const Heading = whole === true ? 'h1' : 'h2';
  return (
    <div className={styles.state} data-in-section={inSection || undefined} role="status">
      <Heading>{title ?? t('emptyTitle')}</Heading>
      {text !== undefined && <p>{text}</p>}
      {action !== undefined && <div className={styles.actions}>{action}</div>}
    </div>
  );
}

type ErrorStateProps = {
  /** Whatever the call threw: its code gives the sentence. */
  error: unknown;
  title?: ReactNode;
  onRetry?: (() => void) | undefined;
  /** It stands in the place of the whole page, whose heading it is. */
  whole?: boolean | undefined;
};

/** Says what happened, what is safe, what to do. */
export function ErrorState({ error, title, onRetry, whole }: ErrorStateProps) {
  const { t } = useTranslation('common');
  const sentence = useErrorSentence();
  const Heading = whole === true ? 'h1' : 'h2';
  const refusal = refusalOf(error);
  // What is not there will not be there at the next try either.
  const gone = refusal.code === 'NOT_FOUND';
  return (
    <div className={styles.state} data-tone="seal" role="alert">
      <Heading>
        <IconAlertTriangle size={16} aria-hidden="true" />
        {title ?? t(gone ? 'goneTitle' : 'failedTitle')}
      </Heading>
      <p>{sentence(refusal)}</p>
      {!gone && <p>{t('failedSafe')}</p>}
      {(onRetry || gone) && (
        <div className={styles.actions}>
          <Button variant="default" onClick={gone ? () => history.back() : onRetry}>
            {t(gone ? 'back' : 'retry')}
          </Button>
        </div>
      )}
    </div>
  );
}

const widths = ['38%', '52%', '44%', '61%', '35%'];

/** Lines in the place of rows that are still being read, as high as the rows, so that nothing jumps. */
export function RowsSkeleton({ rows = 6 }: { rows?: number }) {
  const { t } = useTranslation('common');
  return (
    <div className={styles.skeleton} role="status" aria-label={t('loading')}>
      {Array.from({ length: rows }, (_unused, index) => (
        <div key={index}>
          <span style={{ width: 64 }} />
          <span style={{ width: widths[index % widths.length] }} />
        </div>
      ))}
    </div>
  );
}

type LoadedProps<Data> = {
  /** A query's result, as TanStack Query gives it. */
  query: { data: Data | undefined; error: unknown; isPending: boolean; refetch: () => unknown };
  skeletonRows?: number;
  /** The data are the whole page, with its heading. */
  whole?: boolean;
  children: (data: Data) => ReactNode;
};

/** Shows lines while a query runs, its error with a retry when it failed, and else its data. */
export function Loaded<Data>({ query, skeletonRows, whole, children }: LoadedProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isPending) return <RowsSkeleton rows={skeletonRows ?? 6} />;
  return <ErrorState error={query.error} whole={whole} onRetry={() => void query.refetch()} />;
}
