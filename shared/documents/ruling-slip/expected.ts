import { orStruck } from '../kit/blanks.ts';
import type { ExpectedBlank, PageFrame } from '../kit/expected.ts';
import { expectedHead, officeFrame } from '../kit/office-paper.ts';
import { headsText } from '../kit/tables.ts';
import type { RulingSlipData } from './data.ts';
import {
  aroundRuling,
  cellsOfEntry,
  cellsOfParty,
  decisionOf,
  factsOfRuling,
  partyColumns,
  timelineColumns,
} from './definition.ts';

/** What stands on every page of the slip. */
export function frameOfRuling(data: RulingSlipData): PageFrame {
  return officeFrame(aroundRuling(data), [headsText(partyColumns), headsText(timelineColumns)]);
}

/** Everything that the finished slip must say, as it is printed. */
export function expectedOnRuling(data: RulingSlipData): ExpectedBlank[] {
  const facts = factsOfRuling(data).map(([name, text]) => [name, orStruck(text)] as const);
  return [
    ...expectedHead(aroundRuling(data), facts, '当事人与主张'),
    ...data.parties.map((party) => ({ name: `当事人${party.name}`, words: cellsOfParty(party).join('') })),
    ...data.timeline.map((entry) => ({ name: entry.at, words: cellsOfEntry(entry).join('') })),
    ...decisionOf(data).map(([name, text]) => ({ name, words: `${name}${orStruck(text)}` })),
  ];
}
