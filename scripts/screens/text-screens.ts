import { v7 } from 'uuid';
import { withChapterTitle, withNewWord, withWord } from '#shared/domain/contracts/templates/edit-parts.ts';
import { withArticle, withParagraph } from '#shared/domain/contracts/templates/edit-text.ts';
import type { ContractText } from '#shared/domain/contracts/text/contract-text.ts';
import { contractTextOf } from '#shared/domain/contracts/text/own-wording.ts';
import type { FullClient } from '#tests/e2e/support/page-client.ts';
import type { Screen } from './screen.ts';

const form = 'presaleHome';
const ownName = '江岸云境住宅预售文本 2027';

/** What the office says in its own words: a chapter, a paragraph, an article and a word that it explains. */
function ownWording(): ContractText {
  const said = withParagraph(withChapterTitle(contractTextOf(form), 1, '价款与付款'), 'taxes', 'taxes-1', [
    '契税由买受人按规定缴纳，出卖人应当提供办理所需的资料。',
  ]);
  const explained = withNewWord(withArticle(said, 1, '样板间', '样板间只展示装修效果，交付标准以附件为准。'));
  return withWord(explained, explained.glossary.length - 1, { word: '样板间', meaning: '展示交付标准的房屋。' });
}

/** The office's own text of the pre-sale contract of a home, as a draft; begun where nobody has yet. */
async function ownText(office: FullClient): Promise<number> {
  const versions = (await office.templates.list({})).find((one) => one.form === form)?.versions ?? [];
  const known = versions.find(({ name }) => name === ownName)?.templateId ?? null;
  if (known !== null) return known;
  const data = { form, templateId: null, name: ownName } as const;
  const draft = await office.templates.copy({ requestId: v7(), data });
  const body = JSON.stringify(ownWording());
  await office.templates.save({ requestId: v7(), data: { ...draft, name: ownName, body } });
  return draft.templateId;
}

const draftAt = (view: string) => async (office: FullClient) =>
  `/contracts/templates/${await ownText(office)}?form=${form}${view}`;

/** The texts of contracts: their versions, the program's wording, one of the office's own, and what tells two apart. */
export const textScreens: readonly Screen[] = [
  { name: '06-texts', post: 'manager', path: '/contracts/templates' },
  { name: '06-text-editor', post: 'backOffice', path: '/contracts/templates/0?form=presaleHome' },
  { name: '06-text-draft', post: 'backOffice', path: draftAt('') },
  { name: '06-text-draft-compare', post: 'backOffice', path: draftAt('&view=compare') },
  { name: '06-text-compare', post: 'backOffice', path: '/contracts/templates/0?form=existingHome&view=compare' },
];
