import { useTranslation } from 'react-i18next';
import { StatusBadge, type Tone } from '#renderer/components/signal.tsx';
import type { TemplateState } from '#shared/domain/contracts/templates/states.ts';
import type { TemplateRow } from '../template-types.ts';

const tones: Readonly<Record<TemplateState, Tone>> = {
  draft: 'amber',
  inApproval: 'amber',
  approved: 'ink',
  retired: 'plain',
};

/** The state of a version; the one in force says so. */
export function TemplateBadge({ row }: { row: Pick<TemplateRow, 'state' | 'inForce'> }) {
  const { t } = useTranslation('templates');
  if (row.inForce) return <StatusBadge tone="ok">{t('inForce')}</StatusBadge>;
  return <StatusBadge tone={tones[row.state]}>{t(`states.${row.state}`)}</StatusBadge>;
}
