import { describe, expect, it } from 'vitest';
import type { AttachmentKind } from '#shared/domain/attachments/kinds.ts';
import { completeness, type DealForFiles, missingBy, neededFiles } from '#shared/domain/contracts/needed-files.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { contractBuyer } from '#tests/support/contract-builders.ts';
import { agent } from '#tests/support/signer-desk.ts';

const deal = (change: Partial<DealForFiles> = {}): DealForFiles => ({
  buyers: [contractBuyer({ agent: null })],
  signOn: localDate('2026-11-27'),
  purchaseLimited: false,
  loan: false,
  mortgaged: false,
  ...change,
});
const scan = (kind: AttachmentKind, sha256: string) => ({ kind, sha256 });
const entrusted = contractBuyer({ agent });
const company = contractBuyer({ kind: 'company', identityKind: 'businessLicence', birthOn: null, agent: null });
const child = contractBuyer({
  agent: { ...agent, kind: 'statutory', relation: '父亲' },
  birthOn: localDate('2016-01-01'),
});

describe('The files that a contract needs', () => {
  it.each<[string, Partial<DealForFiles>, string[]]>([
    ['one buyer', {}, ['identity 1']],
    ['two buyers with one agent', { buyers: [entrusted, entrusted] }, ['identity 2', 'proxy 1']],
    ['a company', { buyers: [company] }, ['businessLicence 1', 'boardResolution 1']],
    ['a minor', { buyers: [child] }, ['identity 1', 'guardianship 1']],
    ['a minor of whom nobody said who acts', { buyers: [{ ...child, agent: null }] }, ['identity 1', 'guardianship 1']],
    ['a city that limits purchases', { purchaseLimited: true }, ['identity 1', 'eligibility 1']],
    ['a loan', { loan: true }, ['identity 1', 'income 1']],
    ['a mortgaged home', { mortgaged: true }, ['identity 1', 'lenderConsent 1']],
  ])('are those of its deal: %s', (_what, change, expected) => {
    const lines = neededFiles(deal(change), []).map(({ kind, asked }) => `${kind} ${asked}`);
    expect(lines).toEqual([...expected, 'signedContract 1']);
  });

  it('are there once for each scan, however many records of the deal it lies with', () => {
    const list = neededFiles(deal({ buyers: [entrusted, { ...entrusted, agent: null }] }), [
      scan('identity', 'a'),
      scan('identity', 'a'),
      scan('proxy', 'b'),
    ]);
    expect(list.map(({ kind, given }) => [kind, given])).toEqual([
      ['identity', 1],
      ['proxy', 1],
      ['signedContract', 0],
    ]);
    expect(completeness(list)).toEqual({ asked: 4, given: 2 });
  });

  it('are missed by the step that they are for and by every later one', () => {
    const list = neededFiles(deal({ buyers: [entrusted, entrusted], loan: true }), [scan('identity', 'a')]);
    const missing = (step: Parameters<typeof missingBy>[0]) =>
      missingBy(step, list).map(({ kind, count }) => `${kind} ${count}`);
    expect(missing('review')).toEqual(['identity 1', 'proxy 1']);
    expect(missing('signing')).toEqual(['identity 1', 'proxy 1', 'income 1']);
    expect(missing('filing')).toEqual(['identity 1', 'proxy 1', 'income 1', 'signedContract 1']);
  });

  it('are not more complete for too many of one kind', () => {
    const list = neededFiles(deal(), [scan('identity', 'a'), scan('identity', 'b'), scan('other', 'c')]);
    expect(completeness(list)).toEqual({ asked: 2, given: 1 });
  });
});
