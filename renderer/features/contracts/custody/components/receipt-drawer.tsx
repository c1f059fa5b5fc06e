import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Attachments } from '#renderer/components/attachments.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { SubjectPapers } from '#renderer/components/subject-papers.tsx';
import type { Handover } from '../custody-types.ts';
import styles from './custody.module.css';
import { SignaturePad } from './signature-pad.tsx';

/** The receipt of one handover: its slip to print, the signed slip as a scan, or a signature on the screen. */
export function ReceiptDrawer({
  handover,
  mayAdd,
  onClose,
}: {
  handover: Handover;
  mayAdd: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation('custody');
  const [signing, setSigning] = useState(false);
  const title = t('filesTitle', { number: handover.number });
  return (
    <SideDrawer
      opened
      label={title}
      title={title}
      sub={t('handed', { giver: handover.giver, taker: handover.taker })}
      onClose={onClose}
    >
      <div className={styles.fields}>
        <p className={styles.hint}>{t('filesText')}</p>
        <SubjectPapers noun="handovers" subjectId={handover.id} kinds={['handoverSlip']} />
        {signing ? (
          <SignaturePad handoverId={handover.id} onDone={() => setSigning(false)} />
        ) : (
          mayAdd && (
            <div>
              <Button size="xs" variant="default" onClick={() => setSigning(true)}>
                {t('sign')}
              </Button>
            </div>
          )
        )}
        <Attachments noun="handovers" subjectId={handover.id} kind={['signedSlip', 'signature']} />
      </div>
    </SideDrawer>
  );
}
