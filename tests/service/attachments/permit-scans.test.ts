import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { namedFiles } from '#db/backup-place.ts';
import { differingTables } from '#db/replay.ts';
import { sha256Of } from '#electron/server/documents/render-port.ts';
import { ATTACHMENT_MEGABYTES } from '#shared/domain/attachments/files.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { cityPdf } from '#tests/support/city-pdf.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';
import { smallestScan } from '#tests/support/scans.ts';

const png = Buffer.from(smallestScan, 'base64');

describe('Scans of a certificate', () => {
  let desk: TestOffice;
  let backOffice: TestClient & { me: number };
  let subjectId: number;
  beforeEach(async () => {
    desk = await testOffice();
    await buildHomes(desk, { name: '1栋' });
    backOffice = desk.as('backOffice');
    subjectId = (await backOffice.projects.detail({})).permits[0]?.id ?? 0;
  });
  afterEach(() => desk.close());

  const attach = (bytes: Uint8Array, name = '预售许可证.pdf', client = backOffice) =>
    client.attachments.add({
      noun: 'permits',
      subjectId,
      kind: 'certificate',
      file: { name, content: Buffer.from(bytes).toString('base64') },
    });
  const files = async (client = backOffice) =>
    (await client.attachments.ofSubject({ noun: 'permits', subjectId })).files;

  it('are attached, counted, opened as they were, and told in the log', async () => {
    const pdf = cityPdf('预售许可证');
    await attach(pdf);
    await attach(png, 'D:\\扫描\\章.png');
    expect(await files()).toMatchObject([
      { fileName: '预售许可证.pdf', form: 'pdf', pages: 1, kind: 'certificate', sizeBytes: pdf.length },
      { fileName: '章.png', form: 'png', pages: 1, sizeBytes: png.length },
    ]);
    const { permits } = await backOffice.projects.detail({});
    expect(permits.find(({ id }) => id === subjectId)?.scans).toBe(2);
    const [first] = await files();
    const opened = await desk.as('consultant').attachments.open({ attachmentId: first?.id ?? 0 });
    expect(Buffer.from(opened.content, 'base64').equals(Buffer.from(pdf))).toBe(true);
    const { client } = desk.office.database;
    expect(
      client.prepare("select count(*) from events where kind = 'attached' and noun = 'permits'").pluck().get(),
    ).toBe(2);
    expect(differingTables(client)).toEqual([]);
  });

  it('go into every copy of the office', async () => {
    await attach(png, '章.png');
    expect(namedFiles(desk.office.database.client).has(sha256Of(png))).toBe(true);
  });

  it('are taken off by whoever keeps the project, and by nobody twice', async () => {
    const { attachmentId } = await attach(png, '章.png');
    const [file] = await files();
    const version = file?.version ?? 0;
    await expectRefusal(
      desk.as('consultant').attachments.remove({ attachmentId, version, reason: '扫错了文件' }),
      'FORBIDDEN',
    );
    await expectRefusal(
      backOffice.attachments.remove({ attachmentId, version: version + 1, reason: '扫错了文件' }),
      'STALE',
    );
    await backOffice.attachments.remove({ attachmentId, version, reason: '扫错了文件' });
    expect(await files()).toEqual([]);
    await expectRefusal(backOffice.attachments.remove({ attachmentId, version, reason: '扫错了文件' }), 'NOT_FOUND');
    await expectRefusal(backOffice.attachments.open({ attachmentId }), 'NOT_FOUND');
    // What was removed can be attached again.
    await attach(png, '章.png');
    expect(await files()).toHaveLength(1);
  });

  it('that were removed are put back as they were by whoever may remove them', async () => {
    const { attachmentId } = await attach(png, '章.png');
    const { version } = await backOffice.attachments.remove({ attachmentId, version: 1, reason: '扫错了文件' });
    const removed = async (client = backOffice) =>
      (await client.attachments.ofSubject({ noun: 'permits', subjectId })).removed;
    expect(await removed()).toMatchObject([
      { id: attachmentId, fileName: '章.png', removedBy: { id: backOffice.me }, reason: '扫错了文件', version },
    ]);
    const consultant = desk.as('consultant');
    expect(await removed(consultant)).toEqual([]);
    await expectRefusal(consultant.attachments.restore({ attachmentId, version }), 'FORBIDDEN');
    await expectRefusal(backOffice.attachments.restore({ attachmentId, version: version - 1 }), 'STALE');
    await backOffice.attachments.restore({ attachmentId, version });
    expect(await removed()).toEqual([]);
    expect(await files()).toMatchObject([{ id: attachmentId, fileName: '章.png' }]);
    const opened = await backOffice.attachments.open({ attachmentId });
    expect(Buffer.from(opened.content, 'base64').equals(png)).toBe(true);
    await expectRefusal(backOffice.attachments.restore({ attachmentId, version: version + 1 }), 'NOT_FOUND');
    const { client } = desk.office.database;
    expect(client.prepare("select kind from events where kind like 'attach%' order by seq").pluck().all()).toEqual([
      'attached',
      'attachmentRemoved',
      'attachmentRestored',
    ]);
    expect(differingTables(client)).toEqual([]);
  });

  it('are not put back beside the same scan, nor removed without a reason', async () => {
    const { attachmentId } = await attach(png, '章.png');
    await expectRefusal(backOffice.attachments.remove({ attachmentId, version: 1, reason: ' ' }), 'INVALID_INPUT');
    const { version } = await backOffice.attachments.remove({ attachmentId, version: 1, reason: '扫错了文件' });
    await attach(png, '公章.png');
    await expectRefusal(backOffice.attachments.restore({ attachmentId, version }), 'ATTACHMENT_TWICE');
  });

  it('are looked at by everybody and attached by few', async () => {
    const { can } = await desk.as('consultant').attachments.ofSubject({ noun: 'permits', subjectId });
    const forbidden = { code: 'FORBIDDEN' };
    expect(can).toEqual({ add: forbidden, remove: forbidden, changeKind: forbidden });
    await expectRefusal(attach(png, '章.png', desk.as('consultant')), 'FORBIDDEN');
  });

  it('are refused where nobody could open them, where they are too large, and a second time', async () => {
    await expectRefusal(attach(Buffer.from('楼栋,房号'), '表.pdf'), 'ATTACHMENT_KIND');
    await expectRefusal(attach(Buffer.from('%PDF-1.7 broken'), '坏.pdf'), 'ATTACHMENT_UNREADABLE');
    const large = Buffer.concat([png, Buffer.alloc(ATTACHMENT_MEGABYTES * 1024 ** 2)]);
    await expectRefusal(attach(large, '大.png'), 'ATTACHMENT_TOO_LARGE');
    await attach(png, '章.png');
    await expectRefusal(attach(png, '另一个名字.png'), 'ATTACHMENT_TWICE');
    await expectRefusal(backOffice.attachments.ofSubject({ noun: 'permits', subjectId: subjectId + 99 }), 'NOT_FOUND');
  });
});
