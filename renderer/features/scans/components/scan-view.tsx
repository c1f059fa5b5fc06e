import { ActionIcon } from '@mantine/core';
import { IconRotateClockwise } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '#renderer/components/data-states.tsx';
import { PdfViewer } from '#renderer/components/pdf-viewer.tsx';
import { bytesOfBase64 } from '#renderer/lib/bytes.ts';
import { ask } from '#renderer/lib/office.ts';
import type { ScanPage } from '../scan-types.ts';

type ScanViewProps = {
  scan: ScanPage;
  label: string;
  /** More at the right end of the bar. */
  aside?: ReactNode;
};

/** A scanned page, upright as its code says, turned further by whoever looks. */
export function ScanView({ scan, label, aside }: ScanViewProps) {
  const { t } = useTranslation('scans');
  const [more, setMore] = useState(0);
  const opened = useQuery({ ...ask.scans.open({ scanPageId: scan.id }), staleTime: Number.POSITIVE_INFINITY });
  const content = opened.data?.content;
  const bytes = useMemo(() => (content === undefined ? undefined : bytesOfBase64(content)), [content]);
  if (opened.isError) return <ErrorState error={opened.error} onRetry={() => void opened.refetch()} />;
  return (
    <PdfViewer
      key={scan.id}
      bytes={bytes}
      label={label}
      thumbnails={false}
      turns={(scan.turns + more) % 4}
      aside={
        <>
          <ActionIcon variant="subtle" color="gray" size={24} aria-label={t('turn')} onClick={() => setMore(more + 1)}>
            <IconRotateClockwise size={15} />
          </ActionIcon>
          {aside}
        </>
      }
    />
  );
}
