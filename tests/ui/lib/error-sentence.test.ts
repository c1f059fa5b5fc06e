import { describe, expect, it } from 'vitest';
import { refusalFor } from '#renderer/lib/can.ts';
import { errorSentence, isErrorCode, refusalOf } from '#renderer/lib/error-sentence.ts';
import { languages } from '#shared/i18n/index.ts';
import { DomainError, type ErrorCode, errorCodes } from '#shared/kernel/errors.ts';

const codes = Object.keys(errorCodes).filter(isErrorCode);

describe('Refusals in words', () => {
  it('has a sentence in both languages for every code, without leftovers of a template', () => {
    expect(codes.length).toBe(Object.keys(errorCodes).length);
    for (const language of languages)
      for (const code of codes) expect(errorSentence(code, {}, language)).toMatch(/^[^{}]{4,}$/u);
  });

  it('says who has a unit where that is known, and leaves that part out where it is not', () => {
    expect(errorSentence('UNIT_TAKEN', { by: '赵敏' }, 'zh-CN')).toContain('已被赵敏占用，');
    expect(errorSentence('UNIT_TAKEN', {}, 'zh-CN')).toContain('已被占用，');
    expect(errorSentence('UNIT_TAKEN', { by: 'Zhao Min' }, 'en')).toContain('at the moment by Zhao Min. ');
    expect(errorSentence('UNIT_TAKEN', {}, 'en')).toContain('at the moment. ');
    for (const language of languages)
      for (const code of codes) expect(errorSentence(code, {}, language)).not.toMatch(/\[\[|\]\]/);
  });

  it('ends every sentence as a sentence', () => {
    for (const code of codes) {
      expect(errorSentence(code, {}, 'zh-CN'), code).toMatch(/[。！]$/);
      expect(errorSentence(code, {}, 'en'), code).toMatch(/[.!]$/);
    }
  });

  it('reads what a call threw as a refusal, whatever it was', () => {
    expect(refusalOf({ data: { code: 'STALE', params: { version: 3 } } })).toEqual({
      code: 'STALE',
      params: { version: 3 },
    });
    expect(refusalOf(new DomainError('NOT_FOUND'))).toEqual({ code: 'NOT_FOUND', params: {} });
    expect(refusalOf({ code: 'A_CODE_OF_A_LATER_VERSION' })).toEqual({ code: 'INTERNAL' });
    expect(refusalOf(new TypeError('x'))).toEqual({ code: 'INTERNAL' });
    expect(refusalOf(undefined)).toEqual({ code: 'INTERNAL' });
  });

  it('drops parameters that are not plain', () => {
    expect(refusalOf({ code: 'STALE', params: { a: 1, b: { c: 2 } } })).toEqual({ code: 'STALE', params: { a: 1 } });
  });

  it('gives the reason of a refused action and none for an allowed one', () => {
    const refusal: { code: ErrorCode } = { code: 'FORBIDDEN' };
    expect(refusalFor<'sign' | 'hold'>({ sign: refusal, hold: true }, 'sign')).toBe(refusal);
    expect(refusalFor<'sign' | 'hold'>({ sign: refusal, hold: true }, 'hold')).toBeUndefined();
  });
});
