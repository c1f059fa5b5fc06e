import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { archiveSet, missingPapers } from '#shared/domain/custody/archive-set.ts';
import {
  actsAt,
  custodyActs,
  custodyRules,
  isGone,
  isOutside,
  type MoveAsk,
  moveRefusal,
  placeAfter,
  targetsOf,
} from '#shared/domain/custody/moves.ts';
import { custodyPlaces, departmentOf, firstPlaces, keepersOf } from '#shared/domain/custody/places.ts';
import { inCustodyView } from '#shared/domain/custody/views.ts';
import { copiesAtHand } from '#shared/domain/documents/copies.ts';
import { localDate } from '#shared/kernel/local-date.ts';

const today = localDate('2026-11-24');
const copy = { number: 'HT-2026-0001', copyNo: 2, place: 'backOffice' as const, boxId: null };
const asks = (change: Partial<MoveAsk>): MoveAsk => ({
  act: 'handOver',
  to: 'buyer',
  boxId: null,
  borrowerId: null,
  backOn: null,
  reason: '',
  ...change,
});

const asked = fc.record<MoveAsk>({
  act: fc.constantFrom(...custodyActs),
  to: fc.constantFrom(...custodyPlaces),
  boxId: fc.constantFrom(null, 1, 2),
  borrowerId: fc.constantFrom(null, 7),
  backOn: fc.constantFrom(null, localDate('2026-11-20'), localDate('2026-12-01')),
  reason: fc.constantFrom('', '客户领取'),
});

describe('Moves of originals', () => {
  it('leave each copy at exactly one place, in the box that it was put into, whatever is tried', () => {
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 60 }), (history) => {
        type Place = ReturnType<typeof placeAfter>;
        let standing: Place & { number: string; copyNo: number } = { ...copy, borrowerId: null, backOn: null };
        const done: { act: MoveAsk['act']; from: string; to: string }[] = [];
        for (const ask of history) {
          if (moveRefusal(standing, ask, today) !== undefined) continue;
          const after = placeAfter(standing, ask);
          done.push({ act: ask.act, from: standing.place, to: after.place });
          standing = { ...standing, ...after };
          expect((standing.place === 'archive' || standing.place === 'lent') === (standing.boxId !== null)).toBe(true);
          expect((standing.place === 'lent') === (standing.borrowerId !== null && standing.backOn !== null)).toBe(true);
        }
        // Each move begins where the one before it ended: nothing is handed out that is not there.
        const places = ['backOffice', ...done.map(({ to }) => to)];
        expect(done.map(({ from }) => from)).toEqual(places.slice(0, -1));
        expect(places.at(-1)).toBe(standing.place);
        expect(places.slice(0, -1)).not.toContain('destroyed');
      }),
      { numRuns: 500 },
    );
  });

  it('offer at every place only acts that begin there, and each leads somewhere else', () => {
    for (const place of custodyPlaces)
      for (const act of actsAt(place)) {
        expect(custodyRules[act].from).toContain(place);
        expect(targetsOf(act, place).length).toBeGreaterThan(0);
        expect(targetsOf(act, place)).not.toContain(place);
      }
    expect(actsAt('destroyed')).toEqual([]);
    expect(actsAt('lent')).toEqual(['giveBack', 'lose']);
  });

  it('hand nothing out twice', () => {
    expect(moveRefusal(copy, asks({}), today)).toBeUndefined();
    expect(moveRefusal({ ...copy, place: 'buyer' }, asks({}), today)?.code).toBe('ORIGINAL_ELSEWHERE');
    expect(moveRefusal(copy, asks({ to: 'backOffice' }), today)?.code).toBe('ORIGINAL_NOT_THERE');
    expect(moveRefusal(copy, asks({ to: 'archive' }), today)?.code).toBe('ORIGINAL_NOT_THERE');
  });

  it('ask for a box, a borrower with a day that is ahead, and a reason, where they are needed', () => {
    const boxed = { ...copy, place: 'archive' as const, boxId: 3 };
    const lend = { act: 'lend', to: 'lent', borrowerId: 7, backOn: localDate('2026-12-01'), reason: '审计' } as const;
    expect(moveRefusal(copy, asks({ act: 'file', to: 'archive' }), today)?.code).toBe('ARCHIVE_BOX_MISSING');
    expect(moveRefusal(boxed, asks({ ...lend, reason: '' }), today)?.code).toBe('CUSTODY_REASON_MISSING');
    expect(moveRefusal(boxed, asks({ ...lend, borrowerId: null }), today)?.code).toBe('BORROWER_MISSING');
    expect(moveRefusal(boxed, asks({ ...lend, backOn: null }), today)?.code).toBe('BORROWER_MISSING');
    expect(moveRefusal(boxed, asks({ ...lend, backOn: localDate('2026-11-23') }), today)?.code).toBe(
      'BORROWED_UNTIL_PAST',
    );
    expect(moveRefusal(boxed, asks(lend), today)).toBeUndefined();
    expect(placeAfter(boxed, asks(lend))).toMatchObject({ place: 'lent', boxId: 3, borrowerId: 7 });
    for (const act of ['takeBack', 'unfile', 'lose', 'find', 'destroy'] as const) {
      const [from, to] = [custodyRules[act].from[0] ?? 'lost', custodyRules[act].to[0] ?? 'lost'];
      expect(moveRefusal({ ...copy, place: from }, asks({ act, to }), today)?.code, act).toBe('CUSTODY_REASON_MISSING');
    }
  });
});

describe('Keepers of copies', () => {
  it('are one for each copy, the buyer’s first', () => {
    const holders = [
      { holder: 'seller' as const, count: 2 },
      { holder: 'buyer' as const, count: 1 },
      { holder: 'bank' as const, count: 1 },
      { holder: 'notary' as const, count: 0 },
    ];
    expect(keepersOf(holders)).toEqual(['buyer', 'seller', 'seller', 'bank']);
    expect(keepersOf(holders).map((holder) => firstPlaces[holder])).toEqual([
      'buyer',
      'backOffice',
      'backOffice',
      'warrants',
    ]);
  });

  it('are those of copies that came out, are good and have not come back', () => {
    const print = { copies: 3, reprint: false, state: 'printed' as const, firstCopy: 1, takenBack: 1 };
    const failed = { ...print, firstCopy: 4, state: 'failed' as const, takenBack: 0 };
    const waiting = { ...print, firstCopy: 4, copies: 1, state: 'queued' as const, takenBack: 0 };
    const sent = { ...waiting, firstCopy: 5, copies: 2, state: 'sent' as const };
    expect(copiesAtHand([sent, waiting, failed, print], [5])).toEqual([1, 2, 6]);
  });

  it('belong to departments by their posts; who only looks after the program belongs to none', () => {
    expect(departmentOf('warrantOfficer')).toBe('warrants');
    expect(departmentOf('director')).toBe('generalManager');
    expect(departmentOf('auditor')).toBeUndefined();
  });
});

describe('The register of originals', () => {
  const paper = 'saleContract' as const;
  const lent = { paper, place: 'lent' as const, backOn: localDate('2026-11-23'), contractState: 'filed' as const };
  it('calls a copy overdue from the day after it was to come back', () => {
    expect(inCustodyView('overdue', lent, today)).toBe(true);
    expect(inCustodyView('overdue', lent, localDate('2026-11-23'))).toBe(false);
    expect(inCustodyView('lent', lent, today)).toBe(true);
  });

  it('asks back what is outside of a contract that ended', () => {
    const outside = { paper, place: 'bank' as const, backOn: null, contractState: 'terminated' as const };
    expect(isOutside('bank') && inCustodyView('toTakeBack', outside, today)).toBe(true);
    expect(inCustodyView('toTakeBack', { ...outside, contractState: 'filed' }, today)).toBe(false);
    expect(inCustodyView('toTakeBack', { ...outside, paper: 'supplementAgreement' }, today)).toBe(true);
    expect(inCustodyView('toTakeBack', { ...outside, paper: 'terminationAgreement' }, today)).toBe(false);
    expect(inCustodyView('toTakeBack', { ...outside, place: 'destroyed' }, today)).toBe(false);
    expect(isGone('destroyed') && inCustodyView('lost', { ...outside, place: 'destroyed' }, today)).toBe(true);
  });
});

describe('The set that goes into a box', () => {
  const facts = {
    contractCopies: 2,
    bookNeeded: true,
    bookCopies: 1,
    agreements: 0,
    agreementCopies: 0,
    people: 1,
    identityScans: 1,
    entrusted: 0,
    proxyScans: 0,
    companies: 0,
    licenceScans: 0,
    filed: true,
  };
  it('is complete with contract, book, identity papers and the filing', () => {
    expect(missingPapers(archiveSet(facts))).toEqual([]);
    expect(archiveSet(facts).map(({ paper }) => paper)).toEqual([
      'contractOriginal',
      'subscriptionBook',
      'identity',
      'filing',
    ]);
  });

  it('asks for an original of every agreement about the contract', () => {
    expect(missingPapers(archiveSet({ ...facts, agreements: 2, agreementCopies: 1 }))).toEqual(['agreements']);
    expect(missingPapers(archiveSet({ ...facts, agreements: 2, agreementCopies: 2 }))).toEqual([]);
  });

  it('asks for a power where an agent acts and for a licence where a company buys, and for nothing else', () => {
    const company = {
      ...facts,
      people: 0,
      identityScans: 0,
      companies: 1,
      entrusted: 1,
      filed: false,
      bookNeeded: false,
    };
    expect(missingPapers(archiveSet(company))).toEqual(['proxy', 'businessLicence', 'filing']);
  });
});
