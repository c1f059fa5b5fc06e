import { modals } from '@mantine/modals';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentKind } from '#shared/domain/attachments/kinds.ts';
import { attachmentKindsOf } from '#shared/domain/attachments/kinds.ts';
import { completeness, type NeededFile } from '#shared/domain/contracts/needed-files.ts';
import { fileSteps } from '#shared/domain/contracts/required-files.ts';
import styles from './asked-files.module.css';
import { AskedFiles } from './asked-files.tsx';
import { Attachments } from './attachments.tsx';
import { Section } from './page.tsx';
import { Signal } from './signal.tsx';

/** A kind of file that somebody went to attach; each time anew, so that the same kind can be wanted twice. */
export type WantedFile = { readonly kind: AttachmentKind };

/** The kind of file that is wanted at the place of a page where scans are attached, and the way there out of a dialog. */
export function useWantedFile() {
  const [wanted, setWanted] = useState<WantedFile>();
  const want = (kind: AttachmentKind): void => {
    modals.closeAll();
    setWanted({ kind });
  };
  return { wanted, want };
}

type FileListProps = {
  noun: 'contracts' | 'agreements';
  subjectId: number;
  files: readonly NeededFile[];
  wanted: WantedFile | undefined;
  onAdd: (kind: AttachmentKind) => void;
};

/** The files of a contract or an agreement: what is needed by which step, what is there, and the scans that lie with it. */
export function FileList({ noun, subjectId, files, wanted, onAdd }: FileListProps) {
  const { t } = useTranslation('attachments');
  const all = completeness(files);
  return (
    <Section
      title={t('scans')}
      aside={files.length > 0 && <Signal tone={all.given >= all.asked ? 'ok' : 'amber'}>{t('whole', all)}</Signal>}
    >
      <div className={styles.steps}>
        {fileSteps.map((step) => {
          const needed = files.filter((one) => one.step === step);
          if (needed.length === 0) return null;
          return (
            <div key={step}>
              <p className={styles.step}>{t(`steps.${step}`)}</p>
              <AskedFiles files={needed} onAdd={onAdd} />
            </div>
          );
        })}
        <Attachments noun={noun} subjectId={subjectId} kind={attachmentKindsOf[noun]} wanted={wanted} />
      </div>
    </Section>
  );
}
