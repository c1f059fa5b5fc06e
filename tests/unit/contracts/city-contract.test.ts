import { describe, expect, it } from 'vitest';
import { type CityFacts, cityDifferences, hasText } from '#shared/domain/contracts/city-contract.ts';
import { area } from '#shared/kernel/area.ts';
import { fen } from '#shared/kernel/money.ts';

const facts: CityFacts = {
  price: fen(148_966_092),
  builtArea: area(10_478),
  buyers: [
    { name: '袁清瑶', identityNumber: '999999198803120028' },
    { name: '秦静峰', identityNumber: '999999198607050018' },
  ],
  agentNumbers: ['999999196001010011'],
  building: '1栋',
  roomNo: '1402',
  unit: '1-2-1402',
};
const said = '买受人袁清瑶、秦静峰购买1幢2单元1402号房，建筑面积104.78平方米，总价款1489660.92元。';
const differences = (text: string, change: Partial<CityFacts> = {}) =>
  cityDifferences([{ page: 1, bare: text }], { ...facts, ...change });

describe('The contract of the city beside ours', () => {
  it('agrees when it names price, area, buyers and home, however it writes them', () => {
    expect(differences(said)).toEqual({});
    expect(differences(said.replace('1489660.92', '1,489,660.92').replace('1幢', '1号楼'))).toEqual({});
    const round = { price: fen(148_966_000), builtArea: area(10_470) };
    expect(differences(said.replace('1489660.92', '1489660').replace('104.78', '104.7'), round)).toEqual({});
    expect(differences(said.replace('1489660.92', '1489660.00').replace('104.78', '104.70'), round)).toEqual({});
  });

  it.each([
    ['another price', said.replace('1489660.92', '1489660.93'), { priceFen: facts.price }],
    ['a longer number with the price in it', said.replace('1489660.92', '21489660.92'), { priceFen: facts.price }],
    ['another area', said.replace('104.78', '104.87'), { builtArea: facts.builtArea }],
    ['one buyer of two', said.replace('、秦静峰', ''), { buyers: '秦静峰' }],
    ['another room', said.replace('1402号', '11402号'), { unit: '1-2-1402' }],
    ['another building', said.replace('1幢', '2幢'), { unit: '1-2-1402' }],
  ])('finds %s', (_what, text, found) => {
    expect(differences(text)).toEqual(found);
  });

  const withNumbers = (first: string, second: string) => `${said}袁清瑶证件号码${first}，秦静峰证件号码：${second}。`;

  it.each([
    ['whole', '999999198803120028', '999999198607050018'],
    ['masked', '9999***********028', '999999********0018'],
    ['masked in wide signs', '9999＊＊＊＊＊＊＊＊＊＊＊028', '999999●●●●●●●●0018'],
    ['left out', '', ''],
  ])('compares the buyers’ numbers where it gives them: %s', (_how, first, second) => {
    expect(differences(withNumbers(first, second))).toEqual({});
  });

  it.each([
    ['another number', '999999198803120028', '999999198607050034'],
    ['another number behind the mask', '999999198803120028', '999999********0034'],
    ['one that is missing', '9999***********028', ''],
  ])('finds %s', (_what, first, second) => {
    expect(differences(withNumbers(first, second))).toEqual({ identities: '秦静峰' });
  });

  it('takes neither an account nor the number of an agent for that of a buyer', () => {
    expect(differences(`${said}监管账号500000000000000018，代理人证件号码999999196001010011`)).toEqual({});
  });

  it('is told from a scan, which has no text', () => {
    expect(hasText([{ page: 1, bare: said.repeat(3) }])).toBe(true);
    expect(hasText([{ page: 1, bare: '' }])).toBe(false);
  });
});
