import { useTranslation } from 'react-i18next';
import { formatDateShort } from '#renderer/lib/format.ts';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { useStepName } from '#renderer/lib/step-name.ts';
import { approvalKinds } from '#shared/domain/approvals/kinds.ts';
import { caseKinds, caseSteps } from '#shared/domain/cases/states.ts';
import { unsignedContractStates } from '#shared/domain/contracts/states.ts';
import { departments } from '#shared/domain/custody/places.ts';
import { documentKindNames } from '#shared/domain/documents/states.ts';
import { launchStates } from '#shared/domain/launches/states.ts';
import { dayOf, timeOf } from '#shared/kernel/local-date.ts';
import { type DayTask, dueTag } from '../task-groups.ts';

/** A task in words: what is to be done, about which unit or number, with whom, and at which desk. */
export type TaskWords = {
  readonly sentence: string;
  readonly about: string;
  readonly person: string;
  readonly place: string;
};

/** Days that a countdown calls soon, as the lists do. */
const SOON_DAYS = 2;

/** Tasks that are done where money is taken, whatever record they open. */
const cashierTasks: readonly DayTask['kind'][] = ['depositToReceive', 'paymentToReceive', 'refundToPay'];

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const count = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** Gives the words of a task in the current language. */
export function useTaskWords(): { wordsOf: (task: DayTask, late: boolean) => TaskWords } {
  const { t } = useTranslation('tasks');
  const { t: approvals } = useTranslation('approvals');
  const { t: documents } = useTranslation('documents');
  const { t: cases } = useTranslation('cases');
  const { t: custody } = useTranslation('custody');
  const nameOf = useStepName();

  const asked = ({ params }: DayTask): string => {
    const kind = approvalKinds.find((one) => one === params['approvalKind']);
    if (kind === undefined) return '';
    const amount = count(params['amount']);
    const name = approvals(`kinds.${kind}`);
    if (kind === 'signingExtension') return `${name} ${approvals('days', { count: amount })}`;
    return name;
  };

  const sentenceOf = (task: DayTask, late: boolean): string => {
    const { params } = task;
    switch (task.kind) {
      case 'approvalWaiting':
      case 'reviewWaiting':
        if (params['approvalKind'] === 'priceBelowAuthority')
          return t('sentences.discountWaiting', {
            ratePpm: count(params['amount']),
            requester: text(params['requester']),
          });
        return t(`sentences.${task.kind}`, { what: asked(task), requester: text(params['requester']) });
      case 'documentResume': {
        const kind = documentKindNames.find((one) => one === params['documentKind']);
        return t('sentences.documentResume', { document: kind === undefined ? '' : documents(`kinds.${kind}`) });
      }
      case 'depositToReceive':
      case 'depositDue':
        return t(`sentences.${task.kind}`, { remainingFen: count(params['remainingFen']) });
      case 'paymentToReceive':
      case 'paymentDue':
        return t(`sentences.${task.kind}`, { openFen: count(params['openFen']) });
      case 'refundToPay':
        return t('sentences.refundToPay', { amountFen: count(params['amountFen']) });
      case 'refundToAskAgain':
        return t('sentences.refundToAskAgain', { amountFen: count(params['amountFen']) });
      case 'caseAssigned':
      case 'caseDue': {
        const kind = caseKinds.find((one) => one === params['caseKind']);
        const step = caseSteps.find((one) => one === params['step']);
        if (kind === undefined || step === undefined) return '';
        const what = { what: cases(`kinds.${kind}`), step: nameOf(step, text(params['stepName'])) };
        if (task.kind === 'caseAssigned')
          return t('sentences.caseAssigned', { ...what, requester: text(params['requester']) });
        if (params['returned'] === true) return t('sentences.caseReturned', what);
        return t(late ? 'sentences.caseLate' : 'sentences.caseDue', what);
      }
      case 'followUpDue':
        return t('sentences.followUpDue', { rating: text(params['rating']) });
      case 'releaseDue':
        return t('sentences.releaseDue', { name: text(params['name']), count: count(params['units']) });
      case 'launchDue': {
        const state = launchStates.find((one) => one === params['state']);
        const step = state === undefined || state === 'ended' ? '' : t(`launchSteps.${state}`);
        return t('sentences.launchDue', { name: text(params['name']), step });
      }
      case 'intentMoneyDue':
        return t('sentences.intentMoneyDue', {
          queueNo: count(params['queueNo']),
          amountFen: count(params['amountFen']),
        });
      case 'partnerExpiring': {
        const daysLeft = count(params['daysLeft']);
        return daysLeft < 0
          ? t('sentences.partnerOver', { count: -daysLeft })
          : t('sentences.partnerExpiring', { count: daysLeft });
      }
      case 'guestsToSeeOff':
        return t('sentences.guestsToSeeOff', { time: timeOf(count(params['fromAt'])) });
      case 'contractToDraft':
        return t(late ? 'sentences.contractToDraftLate' : 'sentences.contractToDraft');
      case 'contractToCorrect':
        return count(params['defects']) === 0
          ? t('sentences.contractCorrected')
          : t('sentences.contractToCorrect', { count: count(params['defects']) });
      case 'contractReview':
        return t('sentences.contractReview', {
          level: count(params['level']),
          levels: count(params['levels']),
          requester: text(params['requester']),
        });
      case 'contractToSign':
        return t('sentences.contractToSign', {
          signatures: count(params['signatures']),
          signers: count(params['signers']),
        });
      case 'transferToReceive': {
        const from = departments.find((one) => one === params['from']);
        return t('sentences.transferToReceive', { from: from === undefined ? '' : custody(`places.${from}`) });
      }
      case 'appealToDecide':
      case 'rulingToDecide':
      case 'transferLate':
      case 'buyerToNotify':
      case 'originalUncollected':
      case 'agreementToRefile':
      case 'filingToCancel':
      case 'originalsToDistribute':
      case 'originalOverdue':
      case 'contractToSubmit':
      case 'contractToPrint':
        return t(`sentences.${task.kind}`);
      case 'signingDue': {
        const state = unsignedContractStates.find((one) => one === params['state']);
        const stands = { state: state === undefined ? '' : t(`contractStates.${state}`) };
        return t(late ? 'sentences.signingOverdue' : 'sentences.signingDue', stands);
      }
      case 'subscriptionExpiring':
        return t(late ? 'sentences.subscriptionExpired' : 'sentences.subscriptionExpiring');
      case 'pickToSubscribe':
      case 'lockExpiring':
      case 'holdExpiring':
      case 'bookingExpiring':
        return t(`sentences.${task.kind}`);
    }
  };

  return {
    wordsOf: (task, late) => ({
      sentence: sentenceOf(task, late),
      about: text(task.params['unit']) || text(task.params['number']),
      person: text(task.params['person']),
      place: t(`places.${cashierTasks.includes(task.kind) ? 'money' : task.noun}`),
    }),
  };
}

/** Gives the words and the colour of a task's due tag. */
export function useDueWords(): (task: DayTask, now: number) => { text: string; tone: 'seal' | 'amber' | 'plain' } {
  const { t } = useTranslation('tasks');
  const { t: common } = useTranslation('common');
  const language = useLanguage();
  return (task, now) => {
    const tag = dueTag(task, now);
    switch (tag.form) {
      case 'daysOver':
        return { tone: 'seal', text: common('daysOver', { count: tag.count }) };
      case 'hoursOver':
      case 'minutesOver':
        return { tone: 'seal', text: t(tag.form, { count: tag.count }) };
      case 'daysLeft':
        return {
          tone: tag.count <= SOON_DAYS ? 'amber' : 'plain',
          text: common('daysLeft', { count: tag.count }),
        };
      case 'minutesLeft':
        return { tone: 'amber', text: t('minutesLeft', { count: tag.count }) };
      case 'time':
        return { tone: 'amber', text: timeOf(tag.at) };
      case 'today':
        return { tone: 'amber', text: language === 'en' ? t('groups.today') : common('today') };
      case 'day':
        return { tone: 'plain', text: formatDateShort(tag.day, dayOf(now)) };
    }
  };
}
