import { describe, expect, it } from 'vitest';
import { checkTemplate } from '#shared/domain/contracts/templates/check.ts';
import { compareTexts } from '#shared/domain/contracts/templates/compare.ts';
import * as parts from '#shared/domain/contracts/templates/edit-parts.ts';
import * as edit from '#shared/domain/contracts/templates/edit-text.ts';
import { readContractText } from '#shared/domain/contracts/templates/read-text.ts';
import type { ContractText } from '#shared/domain/contracts/text/contract-text.ts';
import { contractTextOf } from '#shared/domain/contracts/text/own-wording.ts';

const base = contractTextOf('presaleHome');
const problemsOf = (text: ContractText) => checkTemplate(text, base).map(({ problem }) => problem);

describe('The parts of a contract text beside its articles', () => {
  it('lets an office say the notes otherwise, add some, and call annexes by other names', () => {
    const text = parts.withNewNote(parts.withNote(base, 0, ['本合同文本由出卖人制作。']));
    expect(text.notes).toHaveLength(base.notes.length + 1);
    expect(problemsOf(parts.withAnnexTitle(text, 'burdens', '关于遮挡情况的说明'))).toEqual([]);
    expect(parts.withoutNote(text, base.notes.length).notes).toHaveLength(base.notes.length);
    expect(parts.withNote(base, 0, ['']).notes[0]).toEqual(['　']);
  });

  it('lets an office call chapters by other names and explain words of its own, which are told apart from those of the law', () => {
    const named = parts.withChapterTitle(base, 1, '价款与付款');
    const text = parts.withWord(parts.withNewWord(named), base.glossary.length, {
      word: '样板间',
      meaning: '出卖人为展示交付标准而装修的房屋。',
    });
    expect(problemsOf(text)).toEqual([]);
    expect(text.chapters.map(({ title }) => title)[1]).toBe('价款与付款');
    expect(text.glossary.map((_one, index) => parts.isOwnWord(text, index, base)).indexOf(true)).toBe(
      base.glossary.length,
    );
    expect(parts.withoutWord(text, base.glossary.length)).toEqual(named);
  });

  it('waits with a new word until it has its meaning, and takes no second one', () => {
    const waiting = parts.withNewWord(base);
    expect(problemsOf(waiting)).toEqual(['placeholderLeft']);
    const meant = parts.withWord(waiting, base.glossary.length, { meaning: '出卖人的样板房屋。' });
    const [twice] = checkTemplate({ ...meant, glossary: [...meant.glossary, ...meant.glossary.slice(-1)] }, base);
    expect(twice).toMatchObject({ problem: 'meaningTwice', article: 'glossary', clause: 'glossary-新用语' });
    expect(
      parts.isOwnWord(parts.withWord(meant, base.glossary.length, { word: '不可抗力' }), base.glossary.length, base),
    ).toBe(true);
  });

  it.each(['退还', '应当', '有权', '违约金', '三十日', '日', '退还双倍'])(
    'gives the word %s, by which clauses have their effect, no meaning of the office',
    (word) => {
      const text = parts.withWord(parts.withNewWord(base), base.glossary.length, { word, meaning: '由双方商定。' });
      expect(checkTemplate(text, base)).toMatchObject([
        { problem: 'meaningOfEffect', stops: 'save', clause: `glossary-${word}`, words: word },
      ]);
    },
  );

  it('takes back what the law gives neither in a meaning nor in a title', () => {
    const word = { word: '交付条件', meaning: '买受人结清全部费用后方可验房。' };
    const [meaning] = checkTemplate({ ...base, glossary: [...base.glossary, word] }, base);
    expect(meaning).toMatchObject({ problem: 'clauseVoid', article: 'glossary', clause: 'glossary-交付条件' });
    const [title] = checkTemplate(parts.withChapterTitle(base, 2, '买受人放弃的权利'), base);
    expect(title).toMatchObject({ problem: 'clauseVoid', article: 'chapters', clause: 'chapters-3' });
  });

  it('keeps titles and words without the blanks at their ends, and none of blanks only', () => {
    const typed = parts.withAnnexTitle(parts.withChapterTitle(base, 1, ' 价款 与付款　'), 'burdens', '遮挡说明 ');
    const kept = readContractText(JSON.stringify({ ...typed, title: `${base.title} ` }));
    expect([kept.title, kept.chapters[1]?.title]).toEqual([base.title, '价款 与付款']);
    expect(kept.annexes.find(({ key }) => key === 'burdens')?.title).toBe('遮挡说明');
    expect(() => readContractText(JSON.stringify(parts.withChapterTitle(base, 1, '　')))).toThrow(
      'TEMPLATE_NOT_DECLARED',
    );
  });

  it('says where outside of the articles something stands', () => {
    const [note] = checkTemplate(parts.withNote(base, 1, ['出卖人享有最终解释权。']), base);
    expect(note).toMatchObject({ problem: 'clauseWeak', article: 'notes', clause: 'notes-2' });
    const [annex] = checkTemplate(parts.withAnnexTitle(base, 'burdens', '示范文本附件'), base);
    expect(annex).toMatchObject({ problem: 'modelForm', article: 'annexes', clause: 'annexes-burdens' });
    const [word] = checkTemplate({ ...base, glossary: base.glossary.slice(1) }, base);
    expect(word).toMatchObject({ problem: 'meaningChanged', article: 'glossary', words: '商品房预售' });
    const [gone] = checkTemplate({ ...base, annexes: base.annexes.filter(({ key }) => key !== 'payments') }, base);
    expect(gone).toMatchObject({ problem: 'annexesChanged', words: '关于该商品房价款的付款安排' });
  });

  it('shows what notes, meanings and titles of chapters and annexes say otherwise, and nothing else', () => {
    const changed = (text: ContractText) => compareTexts(base, text).filter(({ change }) => change !== 'same');
    const lines = (text: ContractText) =>
      changed(text).flatMap((one) =>
        one.clauses.flatMap(({ change, key }) => (change === 'same' ? [] : [[one.key, key, change]])),
      );
    expect(changed(base)).toEqual([]);
    expect(lines(parts.withNote(base, 1, ['出卖人应当出示预售许可证。']))).toEqual([['notes', 'notes-2', 'changed']]);
    expect(lines(parts.withNewNote(base))).toEqual([['notes', 'notes-new7', 'added']]);
    expect(lines(parts.withoutNote(base, 2))).toEqual([['notes', 'notes-3', 'removed']]);
    expect(lines(parts.withAnnexTitle(base, 'payments', '付款安排'))).toEqual([
      ['annexes', 'annexes-payments', 'changed'],
    ]);
    const [first, ...others] = base.glossary;
    expect(lines({ ...base, glossary: [{ word: first?.word ?? '', meaning: '提前出售。' }, ...others] })).toEqual([
      ['glossary', 'glossary-商品房预售', 'changed'],
    ]);
    expect(lines({ ...base, glossary: [...base.glossary, { word: '工作日', meaning: '法定工作日。' }] })).toEqual([
      ['glossary', 'glossary-工作日', 'added'],
    ]);
    const renamed = parts.withChapterTitle(base, 0, '基本状况');
    expect(lines(renamed)).toEqual([['chapters', 'chapters-1', 'changed']]);
  });

  it('shows the words of a note that were added and removed, and of an annex only its title', () => {
    const text = parts.withAnnexTitle(parts.withNote(base, 1, ['签订前请看原件。']), 'burdens', '遮挡说明');
    const said = compareTexts(base, text)
      .filter(({ change }) => change !== 'same')
      .flatMap(({ clauses }) => clauses.filter(({ change }) => change !== 'same'));
    const [note, annex] = said.map(({ words }) =>
      words.filter(({ change }) => change !== 'removed').flatMap(({ runs }) => runs),
    );
    expect(edit.tidyRuns(note ?? [])).toEqual(['签订前请看原件。']);
    expect(edit.tidyRuns(annex ?? [])).toEqual([{ annex: 'burdens' }, '遮挡说明']);
  });
});
