import { dateText } from '../kit/blanks.ts';
import { type ExpectedBlank, expectedIn, type PageFrame } from '../kit/expected.ts';
import type { SigningNoticeData, TerminationNoticeData } from './data.ts';
import {
  addressee,
  SIGNING_TITLE,
  signingNoticeEdition,
  signingParagraphs,
  signingWarning,
  TERMINATION_TITLE,
  terminationNoticeEdition,
  terminationParagraphs,
} from './words.ts';

type Data = SigningNoticeData | TerminationNoticeData;

function frameWith(title: string, edition: string, { project, consultant }: Data): PageFrame {
  return { head: `${title}本公司文本${edition}`, foot: `${project}案场经办人${consultant}` };
}

/** What stands on every page of a notice to sign. */
export function frameOfSigningNotice(data: SigningNoticeData): PageFrame {
  return frameWith(SIGNING_TITLE, signingNoticeEdition, data);
}

/** What stands on every page of a notice of termination. */
export function frameOfTerminationNotice(data: TerminationNoticeData): PageFrame {
  return frameWith(TERMINATION_TITLE, terminationNoticeEdition, data);
}

function around(data: Data, title: string, paragraphs: readonly string[]): ExpectedBlank[] {
  return [
    expectedIn('公司', '', data.seller.name, title),
    { name: '收件人', words: addressee(data) },
    ...paragraphs.map((words, index) => ({ name: `正文第${index + 1}段`, words })),
    expectedIn('日期', `${data.seller.name}（盖章）`, dateText(data.issuedOn), '送达回执'),
  ];
}

/** Everything that the finished notice to sign must say. */
export function expectedOnSigningNotice(data: SigningNoticeData): ExpectedBlank[] {
  return [
    ...around(data, SIGNING_TITLE, [...signingParagraphs(data), signingWarning(data)]),
    ...data.bring.map((words, index) => ({ name: `资料${index + 1}`, words })),
  ];
}

/** Everything that the finished notice of termination must say. */
export function expectedOnTerminationNotice(data: TerminationNoticeData): ExpectedBlank[] {
  return around(data, TERMINATION_TITLE, terminationParagraphs(data));
}
