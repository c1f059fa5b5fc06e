import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '#renderer/components/data-states.tsx';
import { Page, PageHeader } from '#renderer/components/page.tsx';
import { PdfViewer } from '#renderer/components/pdf-viewer.tsx';
import { useRecordId } from '#renderer/lib/address.ts';
import { bytesOfBase64 } from '#renderer/lib/bytes.ts';
import { ask } from '#renderer/lib/office.ts';
import styles from './contract.module.css';

/** The pages of a contract as they would be printed now, each marked as a draft. */
export function ContractPreviewScreen() {
  const { t } = useTranslation('contracts');
  const { t: documents } = useTranslation('documents');
  const contractId = useRecordId('contractId');
  const navigate = useNavigate();
  const detail = useQuery(ask.contracts.detail({ contractId }));
  const pages = useQuery(ask.contracts.preview({ contractId }));
  const bytes = useMemo(() => (pages.data === undefined ? undefined : bytesOfBase64(pages.data.content)), [pages.data]);
  const row = detail.data?.row;
  return (
    <Page
      header={
        <PageHeader
          title={t('preview')}
          sub={row === undefined ? '' : `${row.number} · ${row.unit} · ${row.buyers}`}
          actions={
            <Button
              variant="default"
              onClick={() => void navigate({ to: `/contracts/contracts/${contractId}` as string })}
            >
              {documents('toRecord.contracts')}
            </Button>
          }
        />
      }
    >
      <div className={styles.preview}>
        <p className={styles.note}>{t('previewNote')}</p>
        {pages.isError ? (
          <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
        ) : (
          <PdfViewer bytes={bytes} label={`${t('preview')} ${row?.number ?? ''}`} />
        )}
      </div>
    </Page>
  );
}
