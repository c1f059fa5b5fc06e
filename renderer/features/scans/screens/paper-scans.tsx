import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { EmptyState, ErrorState, Loaded } from '#renderer/components/data-states.tsx';
import { Page, PageHeader } from '#renderer/components/page.tsx';
import { PdfViewer } from '#renderer/components/pdf-viewer.tsx';
import { useRecordedFile } from '#renderer/components/recorded-file.ts';
import { SetSignal } from '#renderer/components/scan-set.tsx';
import { TakeScans } from '#renderer/components/take-scans.tsx';
import { useAddressState, useRecordId } from '#renderer/lib/address.ts';
import { bytesOfBase64 } from '#renderer/lib/bytes.ts';
import { useToday } from '#renderer/lib/clock.tsx';
import { formatDateTimeShort } from '#renderer/lib/format.ts';
import { act, ask, connectOffice } from '#renderer/lib/office.ts';
import { usePerson } from '#renderer/lib/person.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { PageStrip } from '../components/page-strip.tsx';
import { ScanView } from '../components/scan-view.tsx';
import styles from '../components/scans-screen.module.css';
import type { PaperScans, ScanPage } from '../scan-types.ts';

const addressSchema = z.object({ page: z.coerce.number().int().positive().optional() });

/** The scans of a paper, page by page beside what was issued. */
export function PaperScansScreen() {
  const documentId = useRecordId('documentId');
  const set = useQuery(ask.scans.ofPaper({ documentId }));
  return (
    <Loaded query={set} whole>
      {(found) => <OpenSet set={found} />}
    </Loaded>
  );
}

function OpenSet({ set }: { set: PaperScans }) {
  const { t } = useTranslation('scans');
  const navigate = useNavigate();
  const [address, change] = useAddressState(addressSchema);
  const { paper, filed, replaced, missing, can } = set;
  const current = Math.min(address.page ?? filed[0]?.page ?? 1, Math.max(1, paper.pages ?? 1));
  const scan = filed.find(({ page }) => page === current);
  const earlier = replaced.filter(({ page }) => page === current);
  const person = usePerson();
  const keep = useRecordedFile();
  const [saving, setSaving] = useState(false);
  const saveAll = async (): Promise<void> => {
    const { documentId, number, kind } = paper;
    setSaving(true);
    await keep(
      {
        ...{ list: 'papers', title: t('allTitle', { number }), columns: [], rows: 1, ids: [documentId] },
        filter: { kind, documentId, scans: filed.length },
      },
      'pdf',
      async () => {
        const { content } = await (await connectOffice()).scans.joined({ documentId });
        return new Blob([bytesOfBase64(content)], { type: 'application/pdf' });
      },
    );
    setSaving(false);
  };
  const header = (
    <PageHeader
      title={t('set')}
      state={<SetSignal filed={filed.length} missing={missing} />}
      sub={`${paper.number} · ${paper.title} · ${t('setCount', { filed: filed.length, pages: paper.pages ?? 0 })}`}
      actions={
        <>
          {person.may('documents.export') && filed.length > 0 && (
            <Button variant="default" loading={saving} onClick={() => void saveAll()}>
              {t('saveAll')}
            </Button>
          )}
          <Button
            variant="default"
            onClick={() => void navigate({ to: `/contracts/documents/${paper.documentId}` as string })}
          >
            {t('toPaper')}
          </Button>
        </>
      }
    />
  );
  return (
    <Page header={header}>
      <div className={styles.body}>
        <PageStrip set={set} current={current} onShow={(page) => change({ page }, { replace: true })} />
        <div className={styles.panes}>
          <section className={styles.pane}>
            <h2>{t('issued')}</h2>
            <div className={styles.view}>
              <IssuedPage key={current} documentId={paper.documentId} page={current} />
            </div>
          </section>
          <section className={styles.pane}>
            <h2>
              {t('scanned')} {scan && <ScannedBy scan={scan} />}
            </h2>
            <div className={styles.view}>
              {scan === undefined ? (
                <EmptyState title={t('missingPage', { page: current })} text={t('missingText')} />
              ) : (
                <FiledScan key={scan.id} scan={scan} page={current} number={paper.number} />
              )}
            </div>
            {earlier.length > 0 && (
              <div className={styles.foot}>
                <small>{t('earlier', { count: earlier.length })}</small>
                {earlier.map((one) => (
                  <p key={one.id}>
                    <ScannedBy scan={one} />
                  </p>
                ))}
              </div>
            )}
            {can['take'] === true && (
              <div className={styles.foot}>
                <TakeScans />
              </div>
            )}
          </section>
        </div>
      </div>
    </Page>
  );
}

function ScannedBy({ scan: { scannedAt, scannedBy, byHand, reason } }: { scan: ScanPage }) {
  const { t } = useTranslation('scans');
  const today = useToday();
  return (
    <small>
      {t('scannedBy', { at: formatDateTimeShort(scannedAt, today), name: scannedBy.name })}
      {byHand && ` · ${t('byHandNote', { reason })}`}
    </small>
  );
}

/** One page of the paper as it was issued. */
function IssuedPage({ documentId, page }: { documentId: number; page: number }) {
  const { t } = useTranslation('scans');
  const pages = useQuery(ask.documents.pages({ documentId }));
  const content = pages.data?.content;
  const bytes = useMemo(() => (content === undefined ? undefined : bytesOfBase64(content)), [content]);
  if (pages.isError) return <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />;
  return <PdfViewer bytes={bytes} label={t('issued')} thumbnails={false} only={page} />;
}

function FiledScan({ scan, page, number }: { scan: ScanPage; page: number; number: string }) {
  const { t } = useTranslation('scans');
  const person = usePerson();
  const keep = useRecordedFile();
  const opened = useQuery({ ...ask.scans.open({ scanPageId: scan.id }), staleTime: Number.POSITIVE_INFINITY });
  const takeOff = useCommand(act.scans.takeOff, { onDone: () => notifications.show({ message: t('takenOff') }) });
  const { id: scanPageId, version, paper } = scan;
  const save = async (): Promise<void> => {
    if (opened.data === undefined || paper === null) return;
    const bytes = bytesOfBase64(opened.data.content);
    const filter = { kind: paper.kind, documentId: paper.documentId, scanPageId };
    await keep(
      {
        list: 'papers',
        title: t('fileTitle', { number, page }),
        filter,
        columns: [],
        rows: 1,
        ids: [paper.documentId],
      },
      'pdf',
      async () => new Blob([bytes], { type: 'application/pdf' }),
    );
  };
  const askTakeOff = () =>
    confirmAct({
      title: t('takeOffTitle', { number, page }),
      consequence: t('takeOffConsequence'),
      confirmLabel: t('takeOff'),
      danger: true,
      reason: 'required',
      onConfirm: (reason) => takeOff.sendOrThrow({ scanPageId, version, reason }),
    });
  return (
    <ScanView
      scan={scan}
      label={t('scanned')}
      aside={
        <>
          {person.may('documents.export') && (
            <Button variant="subtle" size="compact-xs" disabled={!opened.isSuccess} onClick={() => void save()}>
              {t('save')}
            </Button>
          )}
          {scan.can['takeOff'] === true && (
            <Button variant="subtle" color="seal" size="compact-xs" onClick={askTakeOff}>
              {t('takeOff')}
            </Button>
          )}
        </>
      }
    />
  );
}
