import { v7 } from 'uuid';
import type { FullClient } from '#tests/e2e/support/page-client.ts';
import type { Screen } from './screen.ts';

const form = 'presaleHome';
const ownName = '江岸云境住宅预售文本 2027';

/** The office's own text of the pre-sale contract of a home, as a draft; begun where nobody has yet. */
async function ownText(office: FullClient): Promise<number> {
  const versions = (await office.templates.list({})).find((one) => one.form === form)?.versions ?? [];
  const known = versions.find(({ name }) => name === ownName)?.templateId ?? null;
  if (known !== null) return known;
  const data = { form, templateId: null, name: ownName } as const;
  return (await office.templates.copy({ requestId: v7(), data })).templateId;
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
