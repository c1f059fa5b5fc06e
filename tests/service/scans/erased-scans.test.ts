import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { namedFiles, placeOfFile } from '#db/backup-place.ts';
import { instantOf, localDate } from '#shared/kernel/local-date.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { approve, buildBuyer, subscribeHome } from '#tests/support/deal-builders.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { canDrawPages } from '#tests/support/page-codes.ts';
import { expectRefusal } from '#tests/support/refusals.ts';
import { jpegSheets, jpegStack } from '#tests/support/scanned.ts';

describe.runIf(canDrawPages)('The scans of a deal whose buyer is erased', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
  });
  afterEach(() => desk.close());

  async function dealOf(name: string, building: string) {
    const consultant = desk.as('consultant', '赵敏');
    const customerId = await buildBuyer(consultant, name);
    const [home = 0] = await buildHomes(desk, { name: building });
    const { subscriptionId, approvalId } = await subscribeHome(consultant, home, customerId);
    await approve(desk, approvalId);
    const clerk = desk.as('backOffice', '蒋雪梅');
    const { documentId } = await clerk.documents.issue({ kind: 'subscriptionBook', subjectId: subscriptionId });
    await desk.office.press.idle();
    const { content } = await clerk.documents.pages({ documentId });
    return { customerId, subscriptionId, documentId, sheets: jpegSheets(Buffer.from(content, 'base64')) };
  }
  const filesOf = (documentId: number) =>
    desk.office.database.client
      .prepare<[number], [string, string]>('select sha256, thumbnail_sha256 from scan_pages where document_id = ?')
      .raw()
      .all(documentId)
      .flat();
  const there = (files: readonly string[]) =>
    files.filter((sha256) => existsSync(path.join(desk.folder, 'blobs', placeOfFile(sha256))));

  it('are destroyed with the papers, and those of a neighbour that lay in the same stack are kept', async () => {
    const [gone, kept] = [await dealOf('褚遂良', '1栋'), await dealOf('欧阳询', '2栋')];
    const mixed = [...gone.sheets, ...kept.sheets];
    const file = { name: '扫描.pdf', content: await jpegStack(mixed) };
    expect(await desk.as('backOffice', '蒋雪梅').scans.take({ file })).toMatchObject({ filed: mixed.length });
    const [goneFiles, keptFiles] = [filesOf(gone.documentId), filesOf(kept.documentId)];
    expect(goneFiles).toHaveLength(gone.sheets.length * 2);
    expect(there([...goneFiles, ...keptFiles])).toHaveLength(mixed.length * 2);
    const [page] = (await desk.as('backOffice', '蒋雪梅').scans.ofPaper({ documentId: gone.documentId })).filed;

    // The deal has come to its end; how is not what this is about.
    desk.office.database.client
      .prepare("update subscriptions set state = 'cancelled' where id = ?")
      .run(gone.subscriptionId);
    desk.clock.set(instantOf(localDate('2036-11-23'), 600));
    await desk.as('compliance').customers.anonymise({ customerId: gone.customerId });
    desk = await desk.restart();

    expect(there(goneFiles)).toEqual([]);
    expect(there(keptFiles)).toEqual(keptFiles);
    await expectRefusal(desk.as('manager').scans.open({ scanPageId: page?.id ?? 0 }), 'PAPER_ERASED');
    // A copy of the office carries none of them any more, and all of the neighbour's.
    const files = namedFiles(desk.office.database.client);
    expect(goneFiles.filter((sha256) => files.has(sha256))).toEqual([]);
    expect(keptFiles.filter((sha256) => !files.has(sha256))).toEqual([]);
  });
});
