import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openSession } from '#electron/server/kernel/session.ts';
import { type OfficeClient, officeApi } from '#shared/api/index.ts';
import { proceduresOf } from '#shared/api/procedure.ts';
import { servedOffice } from '#tests/support/lan.ts';
import { requestId, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal, refusalOf } from '#tests/support/refusals.ts';

const mib = 1024 ** 2;
const tooLarge = { code: 'INPUT_TOO_LARGE', params: { largestMib: 1 } };
/** Five megabytes of a diary instead of a sentence. */
const diary = '今天很热。'.repeat(mib / 3);
/** A price list with a remark that nobody reads, 3 MB in all. */
const list = () => ({
  file: {
    name: 'prices.csv',
    content: Buffer.from(
      `楼栋,单元,楼层,房号,建筑面积,总价,备注\n9栋,1单元,1,101,100.00,1000000,${'x'.repeat(3 * mib)}`,
    ).toString('base64'),
  },
  ...{ sheet: null, mapping: null, alsoFiled: true },
});

describe('A call of more than a megabyte', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
  });
  afterEach(() => desk.close());

  it('is refused with how large it may be and leaves nothing, whether it asks or acts', async () => {
    const head = () => desk.office.database.client.prepare('select max(seq) from events').pluck().get();
    const consultant = desk.as('consultant');
    const before = head();
    const began = performance.now();
    expect(await refusalOf(consultant.search.find({ text: diary } as never))).toEqual(tooLarge);
    expect(await refusalOf(consultant.customers.followUp({ customerId: 1, content: diary } as never))).toEqual(
      tooLarge,
    );
    expect(performance.now() - began).toBeLessThan(500);
    expect(head()).toBe(before);
  });

  it('is looked at only after it is known who asks', async () => {
    await expectRefusal(desk.as('consultant').imports.preview({ ...list(), sheet: diary } as never), 'FORBIDDEN');
    await expectRefusal(desk.stranger().customers.followUp({ content: diary } as never), 'UNAUTHENTICATED');
    expect(await refusalOf(desk.stranger().session.login({ loginName: diary, password: 'x' } as never))).toEqual(
      tooLarge,
    );
  });

  it('is let in where it brings a file', async () => {
    expect(await desk.as('manager').imports.preview(list())).toMatchObject({ summary: { units: 1 } });
  });

  it('is refused alike when it comes from a terminal, whose line stays', async () => {
    const served = servedOffice(desk.office);
    const { me } = desk.as('manager');
    const connection = desk.office.connect('reception');
    openSession(connection, me, desk.clock());
    const client = served.clientOf(connection) as OfficeClient;
    const note = {
      requestId: requestId(),
      data: { customerId: 1, method: 'phone', content: diary, rating: 'A', nextOn: null },
    } as const;
    expect(await refusalOf(client.customers.followUp(note))).toEqual(tooLarge);
    expect(await client.imports.preview(list())).toMatchObject({ summary: { units: 1 } });
    await served.close();
  });
});

describe('Which calls bring files', () => {
  it('is declared by each whose form has room for one, and by no other', () => {
    const roomy = (node: unknown): boolean =>
      typeof node === 'object' &&
      node !== null &&
      (Number(Reflect.get(node, 'maxLength')) > mib || Object.values(node).some(roomy));
    const bring = proceduresOf(officeApi).flatMap(({ path, procedure }) =>
      procedure.kind !== 'device' && roomy(z.toJSONSchema(procedure.input, { io: 'input', unrepresentable: 'any' }))
        ? [path]
        : [],
    );
    const declared = proceduresOf(officeApi).flatMap(({ path, procedure }) =>
      'carriesFiles' in procedure && procedure.carriesFiles === true ? [path] : [],
    );
    expect(declared.toSorted()).toEqual(bring.toSorted());
    expect(declared).toContain('contracts.attachCity');
  });
});
