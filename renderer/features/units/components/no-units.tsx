import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/components/data-states.tsx';

/** Where no price list has been imported yet: the way there, or whom to ask. */
export function NoUnits({ mayImport }: { mayImport: boolean }) {
  const { t } = useTranslation('units');
  return (
    <EmptyState
      title={t('board.emptyTitle')}
      text={t(mayImport ? 'board.emptyText' : 'board.emptyAsk')}
      action={
        mayImport && (
          <Button component={Link} to="/sales/import">
            {t('board.import')}
          </Button>
        )
      }
    />
  );
}
