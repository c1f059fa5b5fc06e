import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionBar, type ActionSpec } from '#renderer/components/action-bar.tsx';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { RefusalBox } from '#renderer/components/refusal-text.tsx';
import { act } from '#renderer/lib/office.ts';
import { useStepName } from '#renderer/lib/step-name.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { CaseDetail } from '../case-list.ts';
import { AssignDrawer } from './assign-drawer.tsx';
import { LoanDrawer } from './loan-drawer.tsx';

type CaseAct = 'advance' | 'giveBack' | 'resume' | 'enterLoan' | 'note' | 'take' | 'assign';

/** What may be done with a case, where it is done; a refused act says why. */
export function CaseActs({ detail, explain }: { detail: CaseDetail; explain: 'tooltip' | 'inline' }) {
  const { t } = useTranslation('cases');
  const [opened, setOpened] = useState<'loan' | 'assign'>();
  const advance = useCommand(act.cases.advance);
  const giveBack = useCommand(act.cases.giveBack);
  const resume = useCommand(act.cases.resume);
  const note = useCommand(act.cases.note);
  const take = useCommand(act.cases.take);
  const { row, can, version } = detail;
  const { state, step, unit, buyer } = row;
  const nameOf = useStepName();
  const here = nameOf(step, row.stepName);
  const close = () => setOpened(undefined);
  const target = { caseId: row.id, version };
  const next = detail.steps[detail.at + 1];
  const askAdvance = () =>
    confirmAct({
      title: t('advanceTitle', { step: here }),
      consequence:
        next === undefined
          ? t('finishText', { unit, buyer })
          : t('advanceText', { unit, buyer, next: nameOf(next.step, next.name), days: next.limitDays }),
      confirmLabel: next === undefined ? t('finish') : t('advance', { step: nameOf(next.step, next.name) }),
      onConfirm: () => advance.sendOrThrow(target),
    });
  const askGiveBack = () =>
    confirmAct({
      title: t('giveBackTitle', { step: here }),
      consequence: t('giveBackText'),
      confirmLabel: t('giveBack'),
      danger: true,
      reason: 'required',
      onConfirm: (reason) => giveBack.sendOrThrow({ ...target, reason }),
    });
  const askNote = () =>
    confirmAct({
      title: t('noteTitle'),
      consequence: t('noteText'),
      confirmLabel: t('note'),
      reason: 'required',
      onConfirm: (text) => note.sendOrThrow({ ...target, note: text }),
    });
  const running: ActionSpec<CaseAct>[] = [
    {
      id: 'advance',
      label: next === undefined ? t('finish') : t('advance', { step: nameOf(next.step, next.name) }),
      look: 'primary',
      onRun: askAdvance,
    },
    { id: 'giveBack', label: t('giveBack'), look: 'danger', onRun: askGiveBack },
  ];
  const returned: ActionSpec<CaseAct>[] = [
    { id: 'resume', label: t('resume'), look: 'primary', busy: resume.pending, onRun: () => void resume.send(target) },
  ];
  const loan: ActionSpec<CaseAct>[] =
    row.loanKind === null ? [] : [{ id: 'enterLoan', label: t('loan'), onRun: () => setOpened('loan') }];
  // Whoever gives cases to others sees that instead of a refused act.
  const given: ActionSpec<CaseAct>[] =
    can['assign'] === true ? [{ id: 'assign', label: t('assign'), onRun: () => setOpened('assign') }] : [];
  const others: ActionSpec<CaseAct>[] = [
    ...given,
    { id: 'note', label: t('note'), onRun: askNote },
    { id: 'take', label: t('take'), busy: take.pending, onRun: () => void take.send(target) },
  ];
  if (state === 'done' || state === 'cancelled') return null;
  // Whoever may only read sees no acts instead of refused ones.
  if (can['note'] !== true) return null;
  const refusal = resume.refusal ?? take.refusal;
  return (
    <>
      <ActionBar
        can={can}
        explain={explain}
        actions={[...(state === 'running' ? running : returned), ...loan, ...others]}
      />
      {refusal && <RefusalBox refusal={refusal} />}
      {opened === 'loan' && <LoanDrawer detail={detail} onClose={close} />}
      {opened === 'assign' && <AssignDrawer detail={detail} onClose={close} />}
    </>
  );
}
