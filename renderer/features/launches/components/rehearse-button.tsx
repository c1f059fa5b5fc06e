import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { thisPc } from '#renderer/lib/office.ts';

/** Begins a rehearsal of launch day on a copy of the office; not offered from within one. */
export function RehearseButton() {
  const { t } = useTranslation('launches');
  if (window.zhiye.info.rehearsal) return null;
  const ask = () =>
    confirmAct({
      title: t('rehearseTitle'),
      consequence: t('rehearseConsequence'),
      confirmLabel: t('rehearse'),
      onConfirm: async () => (await thisPc()).windows.rehearse({}),
    });
  return (
    <Button variant="default" onClick={ask}>
      {t('rehearse')}
    </Button>
  );
}
