import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { placePaths, preparePlace, snapshotFiles, writeWhole } from '#db/backup-place.ts';
import { wrapWithRecovery } from '#electron/device/key-wrap.ts';
import { type OfficeHeader, officePaths, writeOfficeHeader } from '#electron/device/office-folder.ts';
import { backupOffer } from '#electron/main/known-backups.ts';
import type { SnapshotPage } from '#shared/domain/backups/snapshot-page.ts';
import { temporaryFolder } from './temporary-folder.ts';

const officeId = '0190a2f0-0000-7000-8000-000000000001';
const keys = [wrapWithRecovery(new Uint8Array(17).fill(1), officeId, Buffer.alloc(32, 7))];
const header: OfficeHeader = { format: 'zhiye-office', version: 1, officeId, createdAt: 0, demo: false, keys };
const page: SnapshotPage = {
  ...{
    at: 1_000_000,
    seq: 40,
    head: 'ab',
    events: 40,
    sizeBytes: 3,
    tables: 1,
    schemaVersion: 1,
    programVersion: null,
  },
  ...{ totals: { rows: {}, receiptsFen: 0 }, reason: 'schedule', tookMs: 1, verifiedAt: 1_000_000, key: null },
  files: { count: 0, missing: 0 },
};

/** A place with two backups of the office; the newer one is of entry 40. */
function backedUp(): string {
  const place = temporaryFolder();
  const paths = placePaths(place, officeId);
  preparePlace(paths, JSON.stringify(header));
  for (const [stamp, seq] of [
    ['20261126-101500', 40],
    ['20261126-100000', 30],
  ] as const) {
    const files = snapshotFiles(paths.snapshots, stamp);
    writeFileSync(files.database, 'abc');
    writeWhole(files.page, JSON.stringify({ ...page, seq, at: page.at + seq }));
  }
  return place;
}

describe('An office that can not be read', () => {
  it('is offered the newest good backup at the place that its PC remembers, with the acts that came after it', () => {
    const place = backedUp();
    const folder = temporaryFolder();
    writeOfficeHeader(officePaths(folder), header);
    const found = { kind: 'found', folder: placePaths(place, officeId).root, stamp: '20261126-101500', at: 1_000_040 };
    expect(backupOffer(folder, { officeId, place, seq: 43 })).toEqual({ ...found, acts: 3 });
    expect(backupOffer(folder, { officeId, place, seq: 40 })).toEqual({ ...found, acts: 0 });
    expect(backupOffer(folder, { officeId, place, seq: undefined })).toEqual({ ...found, acts: null });
    // A half that a fall left behind is no backup.
    writeFileSync(snapshotFiles(placePaths(place, officeId).snapshots, '20261126-101500').database, 'ab');
    expect(backupOffer(folder, { officeId, place, seq: 43 })).toMatchObject({ stamp: '20261126-100000', acts: 13 });
  });

  it('is offered it although its page is damaged too', () => {
    const folder = temporaryFolder();
    mkdirSync(folder, { recursive: true });
    writeFileSync(officePaths(folder).header, 'no page');
    expect(backupOffer(folder, { officeId, place: backedUp(), seq: 41 })).toMatchObject({ kind: 'found', acts: 1 });
  });

  it('hears that the place is not there, and nothing of the backups of another office', () => {
    const place = backedUp();
    const folder = temporaryFolder();
    writeOfficeHeader(officePaths(folder), header);
    expect(backupOffer(folder, undefined)).toEqual({ kind: 'none' });
    const other = { ...header, officeId: '0190a2f0-0000-7000-8000-000000000002' };
    writeOfficeHeader(officePaths(folder), other);
    expect(backupOffer(folder, { officeId, place, seq: 43 })).toEqual({ kind: 'none' });
    writeOfficeHeader(officePaths(folder), header);
    rmSync(place, { recursive: true });
    expect(backupOffer(folder, { officeId, place, seq: 43 })).toEqual({ kind: 'missing', folder: place });
  });
});
