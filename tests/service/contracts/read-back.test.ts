import { afterEach, describe, expect, it } from 'vitest';
import type { RenderPort } from '#electron/server/documents/render-port.ts';
import { saleContractDataSchema } from '#shared/documents/sale-contract/data.ts';
import { yuan } from '#shared/kernel/money.ts';
import { passReview, submittedContract } from '#tests/support/contract-desk.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal, refusalOf } from '#tests/support/refusals.ts';
import { expectReplayed } from '#tests/support/replayed.ts';

/** A press whose contracts name another price than the one that was agreed; everything else it does as it should. */
function pressWithAnotherPrice(render: RenderPort): RenderPort {
  return {
    ...render,
    render: async (order) => {
      const right = await render.render(order);
      if (order.kind !== 'saleContract') return right;
      const { draft, maker } = saleContractDataSchema.parse(order.data);
      const data = { draft: { ...draft, fields: { ...draft.fields, total: yuan(900_000) } }, maker };
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
    expect([document.state, document.pages, differences]).toEqual(['issuing', null, '总价款']);
    const refused = await refusalOf(backOffice.documents.resume({ documentId }));
    expect(refused).toMatchObject({ code: 'PAPER_DIFFERS', params: { number: 'HT-2026-0001', places: '总价款' } });
    const printing = backOffice.documents.print({ documentId, printer: '合同室', copies: 4, reason: '' });
    await expectRefusal(printing, 'DOCUMENT_NOT_ISSUED');
    expectReplayed(desk);
  });
});
