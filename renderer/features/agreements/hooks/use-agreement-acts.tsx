import { useTranslation } from 'react-i18next';
import type { ActionSpec } from '#renderer/components/action-bar.tsx';
import { confirmedAction } from '#renderer/components/confirmed-action.ts';
import { MissingFiles } from '#renderer/components/missing-files.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { AttachmentKind } from '#shared/domain/attachments/kinds.ts';
import type { AgreementDetail } from '../agreement-types.ts';

/** What may be done with an agreement: its review for the panel, the others for the header. */
export function useAgreementActs(
  detail: AgreementDetail,
  open: { readonly refile: () => void; readonly addScan: (kind: AttachmentKind) => void },
): { readonly head: readonly ActionSpec<string>[]; readonly review: readonly ActionSpec<string>[] } {
  const { t } = useTranslation('agreements');
  const submit = useCommand(act.agreements.submit);
  const withdraw = useCommand(act.agreements.withdraw);
  const approve = useCommand(act.agreements.approve);
  const sendBack = useCommand(act.agreements.sendBack);
  const correct = useCommand(act.agreements.correct);
  const drop = useCommand(act.agreements.drop);
  const { row, version, unit, buyers } = detail;
  const { number } = row;
  const target = { agreementId: row.id, version };
  return {
    head: [
      confirmedAction({
        id: 'drop',
        label: t('actions.drop'),
        look: 'danger',
        title: t('dropTitle', { number }),
        consequence: t('dropConsequence'),
        reason: 'required',
        onConfirm: (reason) => drop.sendOrThrow({ ...target, reason }),
      }),
      confirmedAction({
        id: 'correct',
        label: t('actions.correct'),
        title: t('correctTitle', { number }),
        consequence: t('correctConsequence'),
        reason: 'required',
        onConfirm: (reason) => correct.sendOrThrow({ ...target, reason }),
      }),
      confirmedAction({
        id: 'withdraw',
        label: t('actions.withdraw'),
        title: t('withdrawTitle', { number }),
        consequence: t('withdrawConsequence'),
        onConfirm: () => withdraw.sendOrThrow(target),
      }),
      { id: 'refile', label: t('actions.refile'), look: 'primary', onRun: open.refile },
    ],
    review: [
      confirmedAction({
        id: 'submit',
        label: t('actions.submit'),
        look: 'primary',
        title: t('submitTitle', { number }),
        consequence: (
          <>
            <p>{t('submitConsequence')}</p>
            <MissingFiles files={detail.files} step="review" onAdd={open.addScan} />
          </>
        ),
        onConfirm: () => submit.sendOrThrow(target),
      }),
      confirmedAction({
        id: 'approve',
        label: t('actions.approve'),
        look: 'primary',
        title: t('approveTitle', { number }),
        consequence: (
          <>
            <p>{t('approveConsequence', { unit, buyers })}</p>
            <MissingFiles files={detail.files} step="review" onAdd={open.addScan} />
          </>
        ),
        reason: 'optional',
        onConfirm: (opinion) => approve.sendOrThrow({ ...target, opinion }),
      }),
      confirmedAction({
        id: 'sendBack',
        label: t('actions.sendBack'),
        title: t('sendBackTitle', { number }),
        consequence: t('sendBackConsequence'),
        reason: 'required',
        onConfirm: (opinion) => sendBack.sendOrThrow({ ...target, opinion }),
      }),
    ],
  };
}
