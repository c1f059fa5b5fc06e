import { Button } from '@mantine/core';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
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
  const pages = useQuery(ask.contracts.preview({ contractId: useRecordId('contractId') }));
  return <ContractPages title={t('preview')} note={t('previewNote')} pages={pages} />;
}

/** The city's own contract, as it was attached. */
export function CityContractScreen() {
  const { t } = useTranslation('contracts');
  const pages = useQuery(ask.contracts.cityPages({ contractId: useRecordId('contractId') }));
  return <ContractPages title={t('city.title')} pages={pages} />;
}

type ContractPagesProps = {
  title: string;
  note?: string;
  pages: UseQueryResult<{ readonly content: string }>;
};

/** Pages that belong to a contract, under its name, with the way back to it. */
function ContractPages({ title, note, pages }: ContractPagesProps) {
  const { t: documents } = useTranslation('documents');
  const contractId = useRecordId('contractId');
  const navigate = useNavigate();
  const detail = useQuery(ask.contracts.detail({ contractId }));
  const bytes = useMemo(() => (pages.data === undefined ? undefined : bytesOfBase64(pages.data.content)), [pages.data]);
  const row = detail.data?.row;
  return (
    <Page
      header={
        <PageHeader
          title={title}
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
        {note !== undefined && <p className={styles.note}>{note}</p>}
        {pages.isError ? (
          <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
        ) : (
          <PdfViewer bytes={bytes} label={`${title} ${row?.number ?? ''}`} />
        )}
      </div>
    </Page>
  );
}
