import type { ExpectedBlank, PageFrame } from '../kit/expected.ts';
import { expectedHead, officeFrame } from '../kit/office-paper.ts';
import type { CollectNoticeData } from './data.ts';
import { aroundCollect, factsOfCollect, salutation, sentencesOf } from './definition.ts';

/** What stands on every page of the notice. */
export function frameOfCollect(data: CollectNoticeData): PageFrame {
  return officeFrame(aroundCollect(data));
}

/** Everything that the finished notice must say, as it is printed. */
export function expectedOnCollect(data: CollectNoticeData): ExpectedBlank[] {
  return [
    ...expectedHead(aroundCollect(data), factsOfCollect(data), salutation(data)),
    ...sentencesOf(data).map((words) => ({ name: '正文', words })),
  ];
}
