import { useTranslation } from 'react-i18next';
import { Attachments } from '#renderer/components/attachments.tsx';
import { PanelBlock, SideDrawer } from '#renderer/components/panel.tsx';
import type { Permit } from './project-types.ts';

/** The scans of a certificate. */
export function PermitScans({ permit, onClose }: { permit: Permit; onClose: () => void }) {
  const { t } = useTranslation('projects');
  const { t: labels } = useTranslation('labels');
  const title = t('permits.scansOf', { number: permit.number });
  return (
    <SideDrawer
      opened
      onClose={onClose}
      label={title}
      title={t('permits.scans')}
      sub={`${labels(`permitKinds.${permit.kind}`)} ${permit.number}`}
      width={640}
    >
      <PanelBlock>
        <Attachments noun="permits" subjectId={permit.id} kind="certificate" />
      </PanelBlock>
    </SideDrawer>
  );
}
