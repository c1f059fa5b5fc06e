import type { AttachmentKind } from '#shared/domain/attachments/kinds.ts';
import type { ContractDetail } from '../contract-types.ts';
import type { Remedy } from '../remedies.ts';
import { AnnexDrawer } from './annex-drawer.tsx';
import { BuyerDetailsDrawer } from './buyer-details-drawer.tsx';
import { CancelFilingDrawer } from './cancel-filing-drawer.tsx';
import { EligibilityDrawer } from './eligibility-drawer.tsx';
import { FilingDrawer } from './filing-drawer.tsx';
import { FundDrawer } from './fund-drawer.tsx';
import { OwnershipDrawer } from './ownership-drawer.tsx';
import { SendBackDrawer } from './send-back-drawer.tsx';
import { TermsDrawer } from './terms-drawer.tsx';
import { TextDrawer } from './text-drawer.tsx';

/** What is open over a contract: an editor of what it says, or a form of its review and filing. */
export type OpenedDrawer =
  | Exclude<Remedy, { what: 'record' | 'weightyTerms' }>
  | { readonly what: 'sendBack' | 'file' | 'cancelFiling' | 'text' };

type ContractDrawersProps = {
  detail: ContractDetail;
  opened: OpenedDrawer | undefined;
  onClose: () => void;
  onOpenFile: (customerId: number) => void;
  onAdd: (kind: AttachmentKind) => void;
};

/** The drawer that is open over a contract, if any. */
export function ContractDrawers({ detail, opened, onClose, onOpenFile, onAdd }: ContractDrawersProps) {
  switch (opened?.what) {
    case undefined:
      return null;
    case 'sendBack':
      return <SendBackDrawer detail={detail} onClose={onClose} />;
    case 'cancelFiling':
      return <CancelFilingDrawer detail={detail} onClose={onClose} />;
    case 'text':
      return <TextDrawer detail={detail} onClose={onClose} />;
    case 'file':
      return <FilingDrawer detail={detail} onClose={onClose} onAdd={onAdd} />;
    case 'terms':
      return (
        <TermsDrawer
          key={opened.article}
          detail={detail}
          article={opened.article}
          focus={opened.field}
          onClose={onClose}
        />
      );
    case 'annex':
      return (
        <AnnexDrawer key={opened.annex} detail={detail} annex={opened.annex} focus={opened.table} onClose={onClose} />
      );
    case 'eligibility':
      return (
        <EligibilityDrawer key={opened.customerId} detail={detail} customerId={opened.customerId} onClose={onClose} />
      );
    case 'fund':
      return <FundDrawer detail={detail} onClose={onClose} />;
    case 'ownership':
      return <OwnershipDrawer detail={detail} onClose={onClose} />;
    case 'buyer':
      return (
        <BuyerDetailsDrawer
          key={opened.customerId}
          detail={detail}
          customerId={opened.customerId}
          onClose={onClose}
          onOpenFile={() => onOpenFile(opened.customerId)}
        />
      );
  }
}
