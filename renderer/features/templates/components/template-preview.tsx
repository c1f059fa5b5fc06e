import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '#renderer/components/data-states.tsx';
import { PdfViewer } from '#renderer/components/pdf-viewer.tsx';
import { bytesOfBase64 } from '#renderer/lib/bytes.ts';
import { ask } from '#renderer/lib/office.ts';
import type { TemplateDetail } from '../template-types.ts';
import styles from './templates.module.css';

/** The pages of a version as they are kept, with the data of nobody. */
export function TemplatePreview({ detail }: { detail: TemplateDetail }) {
  const { t } = useTranslation('templates');
  const pages = useQuery(ask.templates.preview({ form: detail.form, templateId: detail.row.templateId }));
  const bytes = useMemo(() => (pages.data === undefined ? undefined : bytesOfBase64(pages.data.content)), [pages.data]);
  return (
    <div className={styles.preview}>
      <p className={styles.note}>{t('previewSub')}</p>
      {pages.isError ? (
        <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
      ) : (
        <PdfViewer key={detail.row.templateId} bytes={bytes} label={`${t('preview')} ${detail.row.edition}`} />
      )}
    </div>
  );
}
