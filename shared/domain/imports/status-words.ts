import { readWords } from './places.ts';

/** What a list says of a unit's sale: it may be sold, it is sold or barred, or words that are not known. */
export type ListedStatus = 'free' | 'taken' | 'unknown';

/** Words of authorities and peers (Shenzhen, Beijing, Foshan, Hefei). A denial comes first: 不可售 holds 可售. */
const words: readonly (readonly [RegExp, ListedStatus])[] = [
  [/^(?:不|未|非|无).{0,2}(?:可售|在售|销售)|不售|限售|停售|blocked|not\s*for\s*sale/iu, 'taken'],
  [/^(?:未售|未签|未认购|未预订|待售|期房待售|现房待售|可售|可销售|在售|空置|正常|available|unsold|free)/iu, 'free'],
  [/已|售出|售罄|认购|签约|预订|预定|备案|登记|交付|入住|sold|reserved|booked|signed/iu, 'taken'],
  [/锁定|查封|冻结|限制|抵押|保留|自持|自留|自用|配套|安居|回迁|还建|安置|公建|物业用房/u, 'taken'],
];

/** Reads the word of a status column; a blank one says nothing against a sale. */
export function readStatus(text: string): ListedStatus {
  const word = readWords(text).replaceAll(/\s+/g, ' ').trim();
  if (word === '' || word === '-') return 'free';
  return words.find(([pattern]) => pattern.test(word))?.[1] ?? 'unknown';
}
