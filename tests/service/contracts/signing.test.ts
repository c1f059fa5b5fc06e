import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cityPdf } from '#tests/support/city-pdf.ts';
import {
  approvedContract,
  passReview,
  payLines,
  printOriginal,
  seen,
  sign,
  submittedContract,
} from '#tests/support/contract-desk.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal, refusalOf } from '#tests/support/refusals.ts';
import { expectReplayed } from '#tests/support/replayed.ts';

describe('Printing, signing and filing a contract', () => {
  let desk: TestOffice;
  let backOffice: TestClient;
  beforeEach(async () => {
    desk = await testOffice();
    backOffice = desk.as('backOffice', '蒋雪梅');
  });
  afterEach(() => desk.close());

  const approved = () => approvedContract(desk);
  const print = (contractId: number) => printOriginal(desk, contractId);
  const payFirst = (subscriptionId: number, buyer: number) =>
    payLines(desk, { subscriptionId, buyer }, ['firstPayment', 'finalPayment']);
  const signed = (contractId: number, party: 'buyer' | 'seller', customerId: number | null) =>
    sign(desk, contractId, party, customerId, backOffice);

  it('gives no original before the review is over', async () => {
    const { contractId } = await submittedContract(desk);
    const issue = backOffice.documents.issue({ kind: 'saleContract', subjectId: contractId });
    await expectRefusal(issue, 'CONTRACT_NOT_APPROVED');
  });

  it('is printed with the order of its originals, as many as its holders', async () => {
    const { contractId } = await approved();
    const documentId = await print(contractId);
    const { document } = await backOffice.documents.detail({ documentId });
    expect([document.number, document.copiesDue, document.copiesPrinted]).toEqual(['HT-2026-0001', 4, 4]);
    expect((await backOffice.contracts.detail({ contractId })).row.state).toBe('printed');
    expectReplayed(desk);
  });

  it('keeps its number through a correction; nothing is printed anew while old copies are out', async () => {
    const { consultant, contractId } = await approved();
    const documentId = await print(contractId);
    await backOffice.contracts.correct({ ...(await seen(backOffice, contractId)), reason: '总价大写有误' });
    const back = await consultant.contracts.detail({ contractId });
    expect([back.row.state, back.row.number, back.copiesOutstanding]).toEqual(['draft', 'HT-2026-0001', 4]);
    const { document: old } = await backOffice.documents.detail({ documentId });
    expect([old.state, old.copiesOutside, old.can['takeBack']]).toEqual(['voided', 4, true]);
    await consultant.contracts.submit(await seen(consultant, contractId));
    await passReview(desk, contractId);
    const refused = await refusalOf(backOffice.documents.issue({ kind: 'saleContract', subjectId: contractId }));
    expect([refused.code, refused.params['count']]).toEqual(['COPIES_OUTSTANDING', 4]);
    await expectRefusal(
      backOffice.documents.takeBack({ documentId, copies: 5, reason: '旧版收回' }),
      'COPIES_NOT_OUTSIDE',
    );
    expect(await backOffice.documents.takeBack({ documentId, copies: 4, reason: '旧版收回' })).toEqual({ outside: 0 });
    expect((await backOffice.documents.detail({ documentId })).document.can).not.toHaveProperty('takeBack');
    const again = await print(contractId);
    const { document } = await backOffice.documents.detail({ documentId: again });
    expect([document.number, document.issueVersion]).toEqual(['HT-2026-0001', 2]);
    expectReplayed(desk);
  });

  it('has its sheet for net-signing beside the original, each issued by itself', async () => {
    const { contractId } = await approved();
    const sheet = await backOffice.documents.issue({ kind: 'netSigningSheet', subjectId: contractId });
    await print(contractId);
    const { document } = await backOffice.documents.detail({ documentId: sheet.documentId });
    expect([document.number, document.state, document.copiesDue]).toEqual(['HT-2026-0001', 'issued', 1]);
    expect(await backOffice.documents.ofSubject({ noun: 'contracts', subjectId: contractId })).toHaveLength(2);
  });

  it('is signed by nobody before the first payment is in', async () => {
    const { contractId, buyer } = await approved();
    await print(contractId);
    await expectRefusal(signed(contractId, 'buyer', buyer), 'FIRST_PAYMENT_MISSING');
  });

  it('is signed by the buyers in order, then sealed by the seller; the home is signed, the deposit is price', async () => {
    const { contractId, buyer, subscriptionId, unitId } = await approved();
    await print(contractId);
    await payFirst(subscriptionId, buyer);
    await expectRefusal(signed(contractId, 'seller', null), 'SIGNING_OUT_OF_ORDER');
    expect((await signed(contractId, 'buyer', buyer)).state).toBe('printed');
    expect((await signed(contractId, 'seller', null)).state).toBe('signed');
    const { row, signing } = await backOffice.contracts.detail({ contractId });
    expect(row.signedOn).toBe('2026-11-23');
    expect(signing.map(({ signedOn, recordedBy }) => [signedOn, recordedBy])).toEqual([
      ['2026-11-23', '蒋雪梅'],
      ['2026-11-23', '蒋雪梅'],
    ]);
    expect((await backOffice.units.detail({ unitId })).cell.state).toBe('paidUp');
    await expectRefusal(
      backOffice.contracts.correct({ ...(await seen(backOffice, contractId)), reason: '改错' }),
      'CONTRACT_FROZEN',
    );
    expectReplayed(desk);
  });

  it('takes the number of the city only when the city’s contract says the same', async () => {
    const { contractId, buyer, subscriptionId } = await approved();
    await print(contractId);
    await payFirst(subscriptionId, buyer);
    await signed(contractId, 'buyer', buyer);
    await signed(contractId, 'seller', null);
    const warrants = desk.as('warrantOfficer');
    const city = {
      filingNumber: 'WQ2026112300017',
      filedOn: '2026-11-23' as never,
      price: 100_000_000,
      builtArea: 10_000,
    };
    const file = async (part: object) =>
      warrants.contracts.file({ ...(await seen(warrants, contractId)), ...city, ...part });
    const differs = await refusalOf(file({ price: 100_000_100 }));
    expect([differs.code, differs.params['count']]).toEqual(['REGISTRY_DATA_DIFFERS', 1]);
    await expectRefusal(file({ filedOn: '2026-11-24' }), 'FILING_DAY_WRONG');
    expect((await file({})).state).toBe('filed');
    expect((await warrants.contracts.detail({ contractId })).row.filingNumber).toBe('WQ2026112300017');
    expectReplayed(desk);
  });

  it('keeps the city’s contract that says the same, and no other', async () => {
    const { contractId, buyer, subscriptionId } = await approved();
    await print(contractId);
    const warrants = desk.as('warrantOfficer');
    const attach = async (bytes: Uint8Array) => {
      const content = Buffer.from(bytes).toString('base64');
      const target = await seen(warrants, contractId);
      return warrants.contracts.attachCity({ ...target, file: { name: '网签合同.pdf', content } });
    };
    const { draft, row } = await warrants.contracts.detail({ contractId });
    const { buildingName, roomNumber } = draft.fields;
    const city = (price: string, identity = '') =>
      cityPdf(
        `商品房买卖合同（预售）买受人${row.buyers}购买${buildingName}${roomNumber}号房，建筑面积100.00平方米，总价款${price}元。${identity}${'本合同由双方在备案系统签订。'.repeat(6)}`,
      );
    await expectRefusal(attach(city('1000000.00')), 'NOT_IN_THIS_STATE');
    await payFirst(subscriptionId, buyer);
    await signed(contractId, 'buyer', buyer);
    await signed(contractId, 'seller', null);
    await expectRefusal(attach(new TextEncoder().encode('no pages')), 'CITY_CONTRACT_UNREADABLE');
    await expectRefusal(attach(cityPdf('')), 'CITY_CONTRACT_SCANNED');
    const differs = await refusalOf(attach(city('1000001.00')));
    expect([differs.code, differs.params]).toEqual(['CITY_CONTRACT_DIFFERS', { priceFen: 100_000_000 }]);
    const other = await refusalOf(attach(city('1000000.00', '证件号码110101********0000。')));
    expect([other.code, other.params]).toEqual(['CITY_CONTRACT_DIFFERS', { identities: row.buyers }]);
    expect((await warrants.contracts.detail({ contractId })).city.attached).toBe(false);
    await attach(city('1,000,000.00'));
    expect((await warrants.contracts.detail({ contractId })).city.attached).toBe(true);
    const { content } = await warrants.contracts.cityPages({ contractId });
    expect(Buffer.from(content, 'base64').equals(city('1,000,000.00'))).toBe(true);
    expectReplayed(desk);
  });
});
