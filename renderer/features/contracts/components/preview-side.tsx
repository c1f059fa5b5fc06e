import { Button } from '@mantine/core';
import { IconBan, IconPrinter } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { NoPrinter } from '#renderer/components/no-printer.tsx';
import { Section } from '#renderer/components/page.tsx';
import { SidePanel } from '#renderer/components/panel.tsx';
import { PrinterFields } from '#renderer/components/printer-fields.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { SamplePrint } from '#renderer/components/sample-print.tsx';
import { usePerson } from '#renderer/lib/person.ts';
import { usePrinterChoice } from '#renderer/lib/use-printer-choice.ts';
import { usePrinters } from '#renderer/lib/use-printers.ts';
import type { ContractDetail } from '../contract-types.ts';
import { addressOfRecord, type Remedy } from '../remedies.ts';
import { CheckPanel, type OnPages } from './check-panel.tsx';
import panel from './contract-panel.module.css';

type PreviewSideProps = {
  readonly detail: ContractDetail;
  /** Pages of one copy; undefined while they are being made. */
  readonly pages: number | undefined;
  /** Where the findings stand on the pages. */
  readonly onPages: OnPages;
};

/**
 * Beside the pages of a contract that is not printed yet: what will be printed, what is still missing with the way to
 * where it is put right, why the original can't be printed, and a sample that can.
 */
export function PreviewSide({ detail, pages, onPages }: PreviewSideProps) {
  const { t } = useTranslation('contracts');
  const { t: documents } = useTranslation('documents');
  const navigate = useNavigate();
  const { may } = usePerson();
  const { row, preflight, draft } = detail;
  const contract = `/contracts/contracts/${row.id}`;
  const fix = (remedy: Remedy): void => {
    if (remedy.what !== 'record') {
      void navigate({ to: contract as string, search: { fix: remedy } as never });
      return;
    }
    const { to, search } = addressOfRecord(remedy, row);
    void navigate(search === undefined ? { to } : { to, search: search as never });
  };
  const copies = draft.annexes.holders.reduce((sum, { count }) => sum + count, 0);
  const sheets = pages === undefined ? undefined : Math.ceil(pages / 2) * copies;
  const unsigned = row.signedOn === null;
  const missing = preflight.open.length + preflight.warnings.length;
  return (
    <SidePanel
      label={t('preview')}
      title={t('previewContents')}
      foot={
        <div className={panel.previewFoot}>
          {unsigned && <Original detail={detail} onOpen={() => void navigate({ to: contract as string })} />}
          {may('documents.print') && <Sample contractId={row.id} />}
        </div>
      }
    >
      <Section flush>
        <table className={panel.contents}>
          <thead>
            <tr>
              <th scope="col">{t('previewPaper')}</th>
              <th scope="col">{documents('set.pages')}</th>
              <th scope="col">{documents('set.copies')}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td>{documents('kinds.saleContract')}</td>
              <td>{pages ?? '…'}</td>
              <td>{copies}</td>
            </tr>
          </tbody>
        </table>
        <p className={panel.hint}>
          {sheets !== undefined && `${documents('sheets', { count: sheets })} · `}
          {t('previewNote')}
        </p>
      </Section>
      {unsigned && (
        <Section title={t('previewMissing')} count={missing}>
          <CheckPanel
            preflight={preflight}
            draft={draft}
            text={detail.text}
            onFix={detail.can['edit'] === true ? fix : undefined}
            onPages={onPages}
          />
        </Section>
      )}
    </SidePanel>
  );
}

/** The way to the original, or why there is none yet. */
function Original({ detail, onOpen }: { readonly detail: ContractDetail; readonly onOpen: () => void }) {
  const { t } = useTranslation('contracts');
  const { row, preflight, can } = detail;
  const open = preflight.open.length;
  const reviewed = row.state === 'approved' || row.state === 'printed';
  const refused = can['print'] === true || can['print'] === undefined ? undefined : can['print'];
  if (reviewed && refused === undefined)
    return (
      <Button fullWidth leftSection={<IconPrinter size={16} aria-hidden="true" />} onClick={onOpen}>
        {t('previewOriginal')}
      </Button>
    );
  return (
    <div className={panel.original}>
      <Button variant="default" aria-disabled leftSection={<IconBan size={16} aria-hidden="true" />}>
        {t('previewOriginal')}
      </Button>
      <div className={panel.because}>
        {open > 0 ? (
          <p>{t('previewOnlySample', { count: open })}</p>
        ) : (
          <RefusalText refusal={refused ?? { code: 'CONTRACT_NOT_APPROVED' }} />
        )}
      </div>
    </div>
  );
}

/** The printer of contracts of this PC, and a sample from it. */
function Sample({ contractId }: { readonly contractId: number }) {
  const found = usePrinters();
  const printers = found.data ?? [];
  const way = usePrinterChoice('saleContract', printers);
  if (found.isPending) return null;
  if (printers.length === 0) return <NoPrinter printers={found} />;
  return (
    <>
      <PrinterFields printers={printers} way={way} />
      <SamplePrint of={{ contractId }} kind="saleContract" printers={printers} choice={way} />
    </>
  );
}
