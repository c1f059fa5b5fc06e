import { useTranslation } from 'react-i18next';
import { MissingFiles } from '#renderer/components/missing-files.tsx';
import { SigningList } from '#renderer/components/signing-list.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { AttachmentKind } from '#shared/domain/attachments/kinds.ts';
import type { ContractDetail } from '../contract-types.ts';

/** Who signs the contract in which order. */
export function SigningPanel({ detail, onAdd }: { detail: ContractDetail; onAdd: (kind: AttachmentKind) => void }) {
  const { t } = useTranslation('contracts');
  const { row, signing, version } = detail;
  const sign = useCommand(act.contracts.sign);
  return (
    <>
      {row.signedOn === null && <MissingFiles files={detail.files} step="signing" onAdd={onAdd} />}
      <SigningList
        signing={signing}
        allowed={detail.can['sign']}
        pending={sign.pending}
        sealConsequence={t('sealConsequence', { unit: row.unit })}
        onSign={(place) => sign.sendOrThrow({ contractId: row.id, version, ...place })}
      />
    </>
  );
}
