import { useTranslation } from 'react-i18next';
import type { ActionSpec } from '#renderer/components/action-bar.tsx';
import { confirmedAction } from '#renderer/components/confirmed-action.ts';
import { MissingFiles } from '#renderer/components/missing-files.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { AttachmentKind } from '#shared/domain/attachments/kinds.ts';
import type { ContractDetail } from '../contract-types.ts';

type Opened = {
  readonly sendBack: () => void;
  readonly file: () => void;
  readonly addScan: (kind: AttachmentKind) => void;
};

/** What may be done with a contract: the acts of its review for the panel, the others for the header. */
export function useContractActs(
  detail: ContractDetail,
  open: Opened,
): { readonly head: readonly ActionSpec<string>[]; readonly review: readonly ActionSpec<string>[] } {
  const { t } = useTranslation('contracts');
  const { t: labels } = useTranslation('labels');
  const submit = useCommand(act.contracts.submit);
  const withdraw = useCommand(act.contracts.withdraw);
  const approve = useCommand(act.contracts.approve);
  const correct = useCommand(act.contracts.correct);
  const drop = useCommand(act.contracts.drop);
  const { row, version, review } = detail;
  const { number, unit, buyers, price } = row;
  const target = { contractId: row.id, version };
  const level = review.level ?? 1;
  return {
    head: [
      confirmedAction({
        id: 'drop',
        label: t('actions.drop'),
        look: 'danger',
        title: t('dropTitle', { number }),
        consequence: t('dropConsequence', { unit }),
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
      { id: 'file', label: t('actions.file'), look: 'primary', onRun: open.file },
    ],
    review: [
      confirmedAction({
        id: 'submit',
        label: t('actions.submit'),
        look: 'primary',
        title: t('submitTitle', { number }),
        consequence: (
          <>
            <p>{t('submitConsequence', { posts: review.levels.map((post) => labels(`posts.${post}`)).join(' → ') })}</p>
            <MissingFiles files={detail.files} step="review" onAdd={open.addScan} />
          </>
        ),
        onConfirm: () => submit.sendOrThrow(target),
      }),
      confirmedAction({
        id: 'approve',
        label: t('actions.approve'),
        look: 'primary',
        title: t('approveTitle', { number, level }),
        consequence: (
          <>
            <p>{t('approveConsequence', { unit, buyers, priceFen: price })}</p>
            <p>{t(level === review.levels.length ? 'approveLast' : 'approveNext')}</p>
            <MissingFiles files={detail.files} step="review" onAdd={open.addScan} />
          </>
        ),
        reason: 'optional',
        onConfirm: (opinion) => approve.sendOrThrow({ ...target, opinion }),
      }),
      { id: 'sendBack', label: t('actions.sendBack'), onRun: open.sendBack },
    ],
  };
}
