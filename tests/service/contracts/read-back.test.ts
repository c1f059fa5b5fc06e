import { afterEach, describe, expect, it } from 'vitest';
import type { RenderPort } from '#electron/server/documents/render-port.ts';
import { saleContractDataSchema } from '#shared/documents/sale-contract/data.ts';
import { subscriptionBookDataSchema } from '#shared/documents/subscription-book/data.ts';
import { yuan } from '#shared/kernel/money.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { passReview, submittedContract } from '#tests/support/contract-desk.ts';
import { approve, buildBuyer, subscribeHome } from '#tests/support/deal-builders.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal, refusalOf } from '#tests/support/refusals.ts';
import { expectReplayed } from '#tests/support/replayed.ts';

/** A press whose books name another buyer; everything else it does as it should. */
function pressWithAnotherBuyer(render: RenderPort): RenderPort {
  return {
    ...render,
    render: async (order) => {
      const right = await render.render(order);
      if (order.kind !== 'subscriptionBook') return right;
      const data = subscriptionBookDataSchema.parse(order.data);
      const buyers = data.buyers.map((buyer) => ({ ...buyer, name: '另一人' }));
      const wrong = await render.render({ ...order, data: { ...data, buyers } });
      return { ...wrong, dataSha256: right.dataSha256 };
    },
  };
}

/** A press whose contracts name another price than the one that was agreed; everything else it does as it should. */
function pressWithAnotherPrice(render: RenderPort): RenderPort {
  return {
    ...render,
    render: async (order) => {
      const right = await render.render(order);
      if (order.kind !== 'saleContract') return right;
      const { draft, text, maker } = saleContractDataSchema.parse(order.data);
      const data = { draft: { ...draft, fields: { ...draft.fields, total: yuan(900_000) } }, text, maker };
      const wrong = await render.render({ ...order, data });
      return { ...wrong, dataSha256: right.dataSha256 };
    },
  };
}

describe('The finished contract, read back before it is sealed', () => {
  let desk: TestOffice;
  afterEach(() => desk.close());

  async function issued() {
    const { contractId } = await submittedContract(desk);
    await passReview(desk, contractId);
    const backOffice = desk.as('backOffice');
    const { documentId } = await backOffice.documents.issue({ kind: 'saleContract', subjectId: contractId });
    await desk.office.press.idle();
    return { backOffice, documentId, contractId };
  }

  it('is sealed when its pages say what the records say', async () => {
    desk = await testOffice();
    const { backOffice, documentId } = await issued();
    const { document, differences } = await backOffice.documents.detail({ documentId });
    expect([document.state, differences]).toEqual(['issued', null]);
  });

  it('is neither sealed nor printed when a page says something else, and names where', async () => {
    desk = await testOffice({ press: pressWithAnotherPrice });
    const { backOffice, documentId } = await issued();
    const { document, differences } = await backOffice.documents.detail({ documentId });
    // The annex of payments says the price once more.
    const places = '总价款、附件四';
    expect([document.state, document.pages, differences]).toEqual(['issuing', null, places]);
    const refused = await refusalOf(backOffice.documents.resume({ documentId }));
    expect(refused).toMatchObject({ code: 'PAPER_DIFFERS', params: { number: 'HT-2026-0001', places } });
    const printing = backOffice.documents.print({ documentId, printer: '合同室', copies: 4, reason: '' });
    await expectRefusal(printing, 'DOCUMENT_NOT_ISSUED');
    expectReplayed(desk);
  });

  it('is told once of, however often it is tried again', async () => {
    desk = await testOffice({ press: pressWithAnotherPrice });
    const { backOffice, documentId } = await issued();
    const told = desk.office.database.client
      .prepare("select count(*) from events where kind = 'sealRefused' and subject_id = ?")
      .pluck();
    desk.office.press.resumeAll();
    await desk.office.press.idle();
    await expectRefusal(backOffice.documents.resume({ documentId }), 'PAPER_DIFFERS');
    expect(told.get(documentId)).toBe(1);
  });
});

describe('A paper of another kind', () => {
  let desk: TestOffice;
  afterEach(() => desk.close());

  it('is read back before it is sealed as the contract is', async () => {
    desk = await testOffice({ press: pressWithAnotherBuyer });
    const [home = 0] = await buildHomes(desk);
    const consultant = desk.as('consultant', '赵敏');
    const sold = await subscribeHome(consultant, home, await buildBuyer(consultant));
    await approve(desk, sold.approvalId);
    const clerk = desk.as('backOffice');
    const { documentId } = await clerk.documents.issue({ kind: 'subscriptionBook', subjectId: sold.subscriptionId });
    await desk.office.press.idle();
    const { document, differences } = await clerk.documents.detail({ documentId });
    expect([document.state, differences]).toEqual(['issuing', '姓名、买受人、买受人签名处']);
    await expectRefusal(clerk.documents.resume({ documentId }), 'PAPER_DIFFERS');
  });
});
