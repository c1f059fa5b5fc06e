import { useTranslation } from 'react-i18next';
import { AskedFiles } from '#renderer/components/asked-files.tsx';
import { Attachments } from '#renderer/components/attachments.tsx';
import { Section } from '#renderer/components/page.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { attachmentKindsOf } from '#shared/domain/attachments/kinds.ts';
import { completeness, fileSteps } from '#shared/domain/contracts/needed-files.ts';
import type { ContractDetail } from '../contract-types.ts';
import panel from './contract-panel.module.css';

/** The files of a contract: what is needed by which step, what is there, and the scans that lie with it. */
export function FilesSection({ detail: { row, files } }: { detail: ContractDetail }) {
  const { t } = useTranslation('attachments');
  const all = completeness(files);
  return (
    <Section
      title={t('scans')}
      aside={<Signal tone={all.given >= all.asked ? 'ok' : 'amber'}>{t('whole', all)}</Signal>}
    >
      <div className={panel.papers}>
        {fileSteps.map((step) => {
          const needed = files.filter((one) => one.step === step);
          if (needed.length === 0) return null;
          return (
            <div key={step}>
              <p className={panel.hint}>{t(`steps.${step}`)}</p>
              <AskedFiles files={needed} />
            </div>
          );
        })}
        <Attachments noun="contracts" subjectId={row.id} kind={attachmentKindsOf.contracts} />
      </div>
    </Section>
  );
}
