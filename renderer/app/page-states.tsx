import { Button } from '@mantine/core';
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState, RowsSkeleton } from '#renderer/components/data-states.tsx';

/** An address that leads nowhere. */
export function PageNotFound() {
  const { t } = useTranslation('common');
  return (
    <EmptyState
      whole
      title={t('notFoundTitle')}
      text={t('notFoundText')}
      action={
        <Button variant="default" component={Link} to="/today">
          {t('toToday')}
        </Button>
      }
    />
  );
}

/** A screen that failed: the frame and the other screens go on working. */
export function PageCrashed({ reset }: ErrorComponentProps) {
  const { t } = useTranslation('common');
  const router = useRouter();
  return (
    <EmptyState
      whole
      title={t('crashTitle')}
      text={t('crashText')}
      action={
        <Button
          variant="default"
          onClick={() => {
            reset();
            void router.invalidate();
          }}
        >
          {t('retry')}
        </Button>
      }
    />
  );
}

/** A screen whose code is still being loaded. */
export function PageLoading() {
  return <RowsSkeleton rows={10} />;
}
