import type { Translation } from '../translation.ts';
import type { rulingErrors as zh } from '../zh-CN/errors-of-rulings.ts';

/** Sentences of refusals about conflicts over customers and their rulings. */
export const rulingErrors = {
  RULING_OPEN_ALREADY:
    'This customer is in ruling {{number}} already. Wait for it, or have the supervisor take it back.',
  RULING_PARTIES_FEW: 'A ruling needs two different parties, each named once. Add the other one.',
  RULING_CLOSED: 'Ruling {{number}} has ended. Ask for another one if there is something new.',
  RULING_NOT_A_PARTY:
    'Only parties are given something. Choose among them, or take it back and ask again with all parties.',
  RULING_GROUNDS_MISSING: 'The ruling departs from what the rules propose. Write down why.',
  RULING_APPEALED:
    'Ruling {{number}} was appealed against already, which can be done once. The manager’s word is final.',
  RULING_APPEAL_NOT_PARTY: 'Only a party appeals against a ruling. Let one of them do so.',
  RULING_APPEAL_LATE:
    'The time to appeal ended at {{untilAt}}, and the ruling stands. Ask for another one if there is something new.',
  RULING_NOT_APPEALED: 'There is no appeal against this ruling that waits. Reload and look again.',
  RULING_FINAL_GROUNDS: 'A final ruling says why it upholds or changes the first. Write it down.',
  RULING_NOT_DECIDED: 'It isn’t decided yet; the slip is issued after the ruling.',
} as const satisfies Translation<typeof zh>;
