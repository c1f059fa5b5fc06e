import { describe, expect, it } from 'vitest';
import type { AttachmentKind } from '#shared/domain/attachments/kinds.ts';
import {
  completeness,
  type DealForFiles,
  filesRefusal,
  missingBy,
  neededFiles,
} from '#shared/domain/contracts/needed-files.ts';
import {
  defaultRequiredFiles,
  type ListedPaper,
  type RequiredFile,
  requiredFilesSchema,
} from '#shared/domain/contracts/required-files.ts';
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
const shipped = (paper: ListedPaper, some: DealForFiles, files: Parameters<typeof neededFiles>[3]) =>
  neededFiles(defaultRequiredFiles, paper, some, files);
const line = (change: Partial<RequiredFile>): RequiredFile => ({
  kind: 'identity',
  step: 'review',
  lacking: 'refuses',
  papers: ['presaleHome'],
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
    const lines = shipped('presaleHome', deal(change), []).map(({ kind, asked }) => `${kind} ${asked}`);
    expect(lines).toEqual([...expected, 'signedContract 1']);
  });

  it('are there once for each scan, however many records of the deal it lies with', () => {
    const list = shipped('presaleHome', deal({ buyers: [entrusted, { ...entrusted, agent: null }] }), [
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
    const list = shipped('presaleHome', deal({ buyers: [entrusted, entrusted], loan: true }), [scan('identity', 'a')]);
    const missing = (step: Parameters<typeof missingBy>[0]) =>
      missingBy(step, list).map(({ kind, count }) => `${kind} ${count}`);
    expect(missing('review')).toEqual(['identity 1', 'proxy 1']);
    expect(missing('signing')).toEqual(['identity 1', 'proxy 1', 'income 1']);
    expect(missing('filing')).toEqual(['identity 1', 'proxy 1', 'income 1', 'signedContract 1']);
  });

  it('are not more complete for too many of one kind', () => {
    const list = shipped('presaleHome', deal(), [scan('identity', 'a'), scan('identity', 'b'), scan('other', 'c')]);
    expect(completeness(list)).toEqual({ asked: 2, given: 1 });
  });

  it('are asked for of an agreement as well, of the end of a contract by the cancelling of its filing', () => {
    const kinds = (paper: ListedPaper) =>
      shipped(paper, deal({ buyers: [entrusted], loan: true }), []).map(({ kind, step }) => `${kind} ${step}`);
    expect(kinds('supplement')).toEqual(['identity review', 'proxy review', 'signedAgreement filing']);
    expect(kinds('termination')).toEqual(['identity review', 'proxy review', 'signedAgreement filing']);
  });

  it('warn as they ship, all but the written power of an agent', () => {
    const list = shipped('presaleHome', deal({ buyers: [entrusted, contractBuyer({ agent: null })], loan: true }), []);
    const refused = { code: 'FILES_LACKING', params: { lackingFiles: 'proxy 1' } };
    expect(filesRefusal('review', list)).toEqual(refused);
    expect(filesRefusal('filing', list)).toEqual(refused);
    expect(filesRefusal('filing', shipped('presaleHome', deal(), []))).toBeUndefined();
  });

  it('stop a step and every later one where the office says so, and not an earlier one', () => {
    const own = [line({ kind: 'income', step: 'signing' }), line({ kind: 'household' }), line({ lacking: 'warns' })];
    const list = neededFiles(own, 'presaleHome', deal({ loan: true }), [scan('household', 'a')]);
    expect(filesRefusal('review', list)).toBeUndefined();
    for (const step of ['signing', 'filing'] as const)
      expect(filesRefusal(step, list)?.params).toEqual({ lackingFiles: 'income 1' });
    expect(neededFiles(own, 'presaleParking', deal({ loan: true }), [])).toEqual([]);
  });
});

describe('The list of required files that an office keeps', () => {
  it.each<[string, readonly RequiredFile[], boolean]>([
    ['what ships', defaultRequiredFiles, true],
    ['nothing', [], true],
    ['one file for two papers in two lines', [line({}), line({ papers: ['supplement'], step: 'signing' })], true],
    ['one file twice for a paper', [line({}), line({ step: 'signing' })], false],
    ['one paper twice in a line', [line({ papers: ['presaleHome', 'presaleHome'] })], false],
    ['no paper', [line({ papers: [] })], false],
    ['the signed contract before it is signed', [line({ kind: 'signedContract' })], false],
    [
      'the signed contract with an agreement',
      [line({ kind: 'signedContract', step: 'filing', papers: ['supplement'] })],
      false,
    ],
    ['the signed agreement with a contract', [line({ kind: 'signedAgreement', step: 'filing' })], false],
    ['the cancelled filing of an end', [line({ step: 'filing', papers: ['termination'] })], true],
  ])('may hold or not: %s', (_what, lines, holds) => {
    expect(requiredFilesSchema.safeParse(lines).success).toBe(holds);
  });
});
