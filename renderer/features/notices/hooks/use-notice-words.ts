import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { notices } from '#shared/api/notices.ts';
import { caseKinds, caseSteps } from '#shared/domain/cases/states.ts';
import { exportLists } from '#shared/domain/exports/lists.ts';
import { readingWindows } from '#shared/domain/privacy/reading.ts';
import { readingMeasures } from '#shared/domain/privacy/states.ts';
import { notices as words } from '#shared/i18n/zh-CN/notices.ts';

/** A notice as the office tells it. */
export type Notice = z.output<typeof notices.list.output>['rows'][number];

type Sentence<T> = Extract<keyof T extends `${infer Name}_other` ? Name : keyof T, string>;
type Asked = Sentence<typeof words.asked> | 'contractSentBack' | 'actsLost';
type Told = Sentence<typeof words.told> | 'contractSentBack';

const has = (table: object, name: string): boolean =>
  Object.hasOwn(table, name) || Object.hasOwn(table, `${name}_other`);
const isAsked = (name: string): name is Asked => has(words.asked, name);
const isTold = (name: string): name is Told => has(words.told, name);

/** What is decided on a price has sentences of its own, and so have what is agreed to under conditions and a terminal that comes back. */
function toldName({ kind, params }: Notice): string {
  if (params['approvalKind'] === 'export') {
    if (kind === 'approved') return 'exportApproved';
    if (kind === 'rejected') return 'exportRejected';
  }
  const price = params['approvalKind'] === 'priceBelowAuthority';
  if (kind === 'approved') return `${price ? 'priceApproved' : 'approved'}${params['tied'] === true ? 'Tied' : ''}`;
  if (kind === 'terminalPaired' && params['again'] === true) return 'terminalPairedAgain';
  return kind === 'rejected' && price ? 'priceRejected' : kind;
}

/** Gives the sentence of a notice in the current language, for whoever has to do something about it or only hears of it. */
export function useNoticeSentence(): (notice: Notice) => string {
  const { t } = useTranslation('notices');
  const { t: cases } = useTranslation('cases');
  const { t: privacy } = useTranslation('privacy');
  const { t: events } = useTranslation('events');
  return (notice) => {
    const { params } = notice;
    const told = (name: string): string | number => {
      const value = params[name];
      return typeof value === 'string' || typeof value === 'number' ? value : '';
    };
    const caseKind = caseKinds.find((one) => one === params['caseKind']);
    const step = caseSteps.find((one) => one === params['step']);
    const reading = readingMeasures.find((one) => one === params['measure']);
    const window = readingWindows.find((one) => one === params['window']);
    const list = exportLists.find((one) => one === params['list']);
    const facts = {
      count: Number(params['defects'] ?? params['count'] ?? 0),
      level: told('level'),
      levels: told('levels'),
      amountFen: told('amountFen'),
      receipt: told('receipt'),
      filingNumber: told('filingNumber'),
      units: told('units'),
      changed: told('changed'),
      helper: told('helper'),
      lender: told('lender'),
      delegate: told('delegate'),
      fromOn: told('fromOn'),
      toOn: told('toOn'),
      what: caseKind === undefined ? '' : cases(`kinds.${caseKind}`),
      reading: reading === undefined ? '' : privacy(`reading.${reading}`),
      window: window === undefined ? '' : privacy(`windows.${window}`),
      list: list === undefined ? '' : events(`exports.${list}`),
      rows: told('rows'),
      read: told('count'),
      limit: told('limit'),
      name: told('name'),
      asker: told('asker'),
      step: step === undefined ? '' : cases(`steps.${step}`),
    };
    if (notice.asks && isAsked(notice.kind)) return t(`asked.${notice.kind}`, facts);
    const name = toldName(notice);
    return isTold(name) ? t(`told.${name}`, facts) : '';
  };
}
