import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { thisPc } from '../lib/office.ts';
import { pcRoleQuery } from '../lib/pc-role.ts';
import { confirmAct } from './confirm.tsx';

/** Restoring the office that is open: it is closed first, and what follows is at the gate. Only at its own PC. */
export function BeginRestore() {
  const { t } = useTranslation('restores');
  const role = useQuery(pcRoleQuery);
  if (role.data?.kind !== 'none') return null;
  const ask = () =>
    confirmAct({
      title: t('fromOffice.title'),
      consequence: t('fromOffice.text'),
      confirmLabel: t('fromOffice.confirm'),
      danger: true,
      onConfirm: async () => (await thisPc()).restore.begin({}),
    });
  return (
    <Button variant="default" onClick={ask}>
      {t('begin')}
    </Button>
  );
}
