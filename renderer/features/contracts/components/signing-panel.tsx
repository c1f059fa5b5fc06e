import { useTranslation } from 'react-i18next';
import { SigningList } from '#renderer/components/signing-list.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { ContractDetail } from '../contract-types.ts';
import { MissingFiles } from './missing-files.tsx';

/** Who signs the contract in which order. */
export function SigningPanel({ detail }: { detail: ContractDetail }) {
  const { t } = useTranslation('contracts');
  const { row, signing, version } = detail;
  const sign = useCommand(act.contracts.sign);
  return (
    <>
      {row.signedOn === null && <MissingFiles files={detail.files} step="signing" />}
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
