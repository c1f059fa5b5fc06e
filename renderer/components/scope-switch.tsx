import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Whose records a list shows. */
type Scope = 'all' | 'mine';

/** Turns a list between everybody's records and one's own, for those who may see both. */
export function ScopeSwitch({ value, onChange }: { value: Scope; onChange: (scope: Scope) => void }) {
  const { t } = useTranslation('common');
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('scope.label')}
      data={[
        { value: 'all', label: t('scope.all') },
        { value: 'mine', label: t('scope.mine') },
      ]}
      value={value}
      onChange={(next) => onChange(next === 'mine' ? 'mine' : 'all')}
    />
  );
}
