import { useTranslation } from 'react-i18next';
import type { ActionSpec } from '#renderer/components/action-bar.tsx';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { AgreementDetail } from '../agreement-types.ts';

/** What may be done with an agreement: its review for the panel, the others for the header. */
export function useAgreementActs(
  detail: AgreementDetail,
  onRefile: () => void,
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
      {
        id: 'drop',
        label: t('actions.drop'),
        look: 'danger',
        onRun: () =>
          confirmAct({
            title: t('dropTitle', { number }),
            consequence: t('dropConsequence'),
            confirmLabel: t('actions.drop'),
            danger: true,
            reason: 'required',
            onConfirm: (reason) => drop.sendOrThrow({ ...target, reason }),
          }),
      },
      {
        id: 'correct',
        label: t('actions.correct'),
        onRun: () =>
          confirmAct({
            title: t('correctTitle', { number }),
            consequence: t('correctConsequence'),
            confirmLabel: t('actions.correct'),
            reason: 'required',
            onConfirm: (reason) => correct.sendOrThrow({ ...target, reason }),
          }),
      },
      {
        id: 'withdraw',
        label: t('actions.withdraw'),
        onRun: () =>
          confirmAct({
            title: t('withdrawTitle', { number }),
            consequence: t('withdrawConsequence'),
            confirmLabel: t('actions.withdraw'),
            onConfirm: () => withdraw.sendOrThrow(target),
          }),
      },
      { id: 'refile', label: t('actions.refile'), look: 'primary', onRun: onRefile },
    ],
    review: [
      {
        id: 'submit',
        label: t('actions.submit'),
        look: 'primary',
        onRun: () =>
          confirmAct({
            title: t('submitTitle', { number }),
            consequence: t('submitConsequence'),
            confirmLabel: t('actions.submit'),
            onConfirm: () => submit.sendOrThrow(target),
          }),
      },
      {
        id: 'approve',
        label: t('actions.approve'),
        look: 'primary',
        onRun: () =>
          confirmAct({
            title: t('approveTitle', { number }),
            consequence: t('approveConsequence', { unit, buyers }),
            confirmLabel: t('actions.approve'),
            reason: 'optional',
            onConfirm: (opinion) => approve.sendOrThrow({ ...target, opinion }),
          }),
      },
      {
        id: 'sendBack',
        label: t('actions.sendBack'),
        onRun: () =>
          confirmAct({
            title: t('sendBackTitle', { number }),
            consequence: t('sendBackConsequence'),
            confirmLabel: t('actions.sendBack'),
            reason: 'required',
            onConfirm: (opinion) => sendBack.sendOrThrow({ ...target, opinion }),
          }),
      },
    ],
  };
}
