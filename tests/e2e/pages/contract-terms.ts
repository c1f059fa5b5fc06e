import type { Locator } from '@playwright/test';
import {
  contractFields,
  type FieldName,
  type FieldValues,
  fieldNames,
} from '#shared/domain/contracts/fields/catalogue.ts';
import { numberedArticles } from '#shared/domain/contracts/text/contract-text.ts';
import { type ArticleKey, articleKeys } from '#shared/domain/contracts/text/keys.ts';
import { contractTextOf } from '#shared/domain/contracts/text/own-wording.ts';
import { area } from '#shared/kernel/area.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { fen } from '#shared/kernel/money.ts';
import { fillDay } from './sales-control.ts';
import { button, dialog, type Stage, say, type Words } from './stage.ts';

/** Terms that somebody types into a contract. */
export type Terms = Partial<FieldValues>;

/** What no record of the office says about a new building, for its first contract; invented. */
export const homeTerms = {
  landMode: 'granted',
  landPlace: '渝澄新区江岸组团 C 分区 12-1 地块',
  landDocument: 'titleCertificate',
  landDocumentNumber: '渝（2025）渝澄新区不动产权第 000618 号',
  landArea: area(4_866_000),
  landUse: '城镇住宅用地、商务金融用地',
  landEndsOn: localDate('2093-05-17'),
  approvedProjectName: '江岸云境',
  planningPermit: '建字第 500000202500618 号',
  constructionPermit: '500000202506180101',
  permitAuthority: '渝澄新区住房和城乡建设委员会',
  structure: '钢筋混凝土剪力墙',
  floorsTotal: 33,
  floorsAbove: 31,
  floorsBelow: 2,
  surveyor: '渝澄测绘有限公司',
  storeyHeight: 300,
  balconies: 2,
  balconiesEnclosed: 1,
  balconiesOpen: 1,
  lender: '渝澄银行江岸支行',
  managementCompany: '渝澄江岸物业服务有限公司',
  managementFrom: localDate('2028-06-30'),
  managementTo: localDate('2031-06-30'),
  managementFee: fen(320),
} as const satisfies Terms;

/** The management fee that a reviewer asks for instead. */
export const correctedFee = fen(280);
/** The survey's maker as the second reviewer reads it on the report. */
export const correctedSurveyor = '渝澄新区测绘院有限公司';

/** The article whose fields stand open; undefined for an annex. */
async function articleOf(drawer: Locator, words: Words): Promise<ArticleKey | undefined> {
  const named = new RegExp(say(words.contracts.article, { article: '(\\d+)' }));
  const [, article] = named.exec((await drawer.getAttribute('aria-label')) ?? '') ?? [];
  return numberedArticles(contractTextOf('presaleHome'))
    .filter(({ number }) => String(number) === article)
    .flatMap(({ key }) => articleKeys.find((one) => one === key) ?? [])
    .at(0);
}

/** Fills the article that stands open with what is agreed of it, or binds in the papers of the annex, and saves. */
export async function settle(stage: Stage, terms: Terms): Promise<void> {
  const drawer = dialog(stage.page);
  await drawer.locator('form').waitFor();
  const article = await articleOf(drawer, stage.words);
  if (article === undefined) for (const box of await drawer.getByRole('checkbox').all()) await box.check();
  for (const name of fieldNames)
    if (contractFields[name].article === article && terms[name] !== undefined)
      await fillField(stage, drawer, name, terms);
  await button(drawer, stage.words.contracts.save).click();
  await drawer.waitFor({ state: 'hidden' });
}

/** Fields that count hundredths, as they are typed. */
const scales: Partial<Record<(typeof contractFields)[FieldName]['kind'], number>> = {
  area: 100,
  money: 100,
  height: 100,
  dailyRate: 100,
  percent: 10_000,
};

async function fillField({ page, words }: Stage, drawer: Locator, name: FieldName, terms: Terms): Promise<void> {
  const { fields, options } = words.contractForm;
  const field = drawer.getByLabel(fields[name], { exact: true });
  // What the records give is no field of the drawer.
  if ((await field.count()) === 0) return;
  if (await field.isDisabled())
    // A blank that is struck takes words again once it is freed.
    await drawer.getByLabel(say(words.contracts.strikeOf, { field: fields[name] })).uncheck();
  const value = terms[name];
  const { kind } = contractFields[name];
  if (kind === 'choice') {
    const names: Readonly<Record<string, Readonly<Record<string, string>>>> = options;
    await field.click();
    await page.getByRole('option', { name: names[name]?.[String(value)] ?? '', exact: true }).click();
  } else if (kind === 'date') await fillDay(field, String(value));
  else await field.fill(typeof value === 'number' ? String(value / (scales[kind] ?? 1)) : String(value));
}
