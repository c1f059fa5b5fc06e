import { Button } from '@mantine/core';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '#renderer/components/data-states.tsx';
import { Page, PageHeader } from '#renderer/components/page.tsx';
import { PdfViewer } from '#renderer/components/pdf-viewer.tsx';
import type { PdfMark } from '#renderer/components/use-page-marks.ts';
import { useRecordId } from '#renderer/lib/address.ts';
import { bytesOfBase64 } from '#renderer/lib/bytes.ts';
import { ask } from '#renderer/lib/office.ts';
import { ContractBadge } from '../components/contract-state.tsx';
import { PreviewSide } from '../components/preview-side.tsx';
import { useFindingPlaces } from '../hooks/use-finding-places.ts';
import styles from './contract.module.css';

/** The pages of a contract as they would be printed now, each marked as a draft. */
export function ContractPreviewScreen() {
  const { t } = useTranslation('contracts');
  const pages = useQuery(ask.contracts.preview({ contractId: useRecordId('contractId') }));
  return <ContractPages title={t('preview')} pages={pages} side />;
}

/** The city's own contract, as it was attached. */
export function CityContractScreen() {
  const { t } = useTranslation('contracts');
  const pages = useQuery(ask.contracts.cityPages({ contractId: useRecordId('contractId') }));
  return <ContractPages title={t('city.title')} pages={pages} />;
}

type ContractPagesProps = {
  title: string;
  pages: UseQueryResult<{ readonly content: string; readonly pages?: number }>;
  /** With what is missing beside it, and the way to a sample. */
  side?: boolean;
};

/** Pages that belong to a contract, under its name, with the way back to it. */
function ContractPages({ title, pages, side = false }: ContractPagesProps) {
  const { t: documents } = useTranslation('documents');
  const contractId = useRecordId('contractId');
  const navigate = useNavigate();
  const detail = useQuery(ask.contracts.detail({ contractId }));
  const bytes = useMemo(() => (pages.data === undefined ? undefined : bytesOfBase64(pages.data.content)), [pages.data]);
  const row = detail.data?.row;
  const places = useFindingPlaces(side ? detail.data : undefined);
  const [marks, setMarks] = useState<readonly PdfMark[]>();
  const [shown, setShown] = useState<{ readonly key: string }>();
  const pageOf = (key: string) => marks?.find((mark) => mark.key === key)?.parts[0].page;
  return (
    <Page
      header={
        <PageHeader
          title={title}
          state={row && <ContractBadge state={row.state} />}
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
      <div className={styles.body}>
        <div className={styles.preview}>
          {pages.isError ? (
            <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
          ) : (
            <PdfViewer
              key={contractId}
              keptAs={`${title} ${contractId}`}
              bytes={bytes}
              label={`${title} ${row?.number ?? ''}`}
              places={places}
              onFound={setMarks}
              shown={shown}
            />
          )}
        </div>
        {side && detail.data !== undefined && (
          <PreviewSide
            detail={detail.data}
            pages={pages.data?.pages}
            onPages={{ pageOf, searched: marks !== undefined, show: (key) => setShown({ key }) }}
          />
        )}
      </div>
    </Page>
  );
}
