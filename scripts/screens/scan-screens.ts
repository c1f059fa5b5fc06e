import { v7 } from 'uuid';
import type { FullClient } from '#tests/e2e/support/page-client.ts';
import { canDrawPages } from '#tests/support/page-codes.ts';
import { emptySheet, jpegSheets, jpegStack } from '#tests/support/scanned.ts';
import { firstBook } from './addresses.ts';
import type { Screen } from './screen.ts';

/** A subscription book whose first page has come back through the scanner, with one sheet on which nothing is to be read. */
async function scannedBook(office: FullClient): Promise<string> {
  const address = await firstBook(office);
  const documentId = Number(address.split('/').at(-1));
  const { filed } = await office.scans.ofPaper({ documentId });
  if (filed.length === 0) {
    // The papers of the demonstration took their numbers and wait for their pages.
    await office.documents.resume({ requestId: v7(), data: { documentId } });
    const { content } = await office.documents.pages({ documentId });
    const sheets = canDrawPages ? jpegSheets(Buffer.from(content, 'base64')).slice(0, 1) : [];
    const file = { name: '认购书.pdf', content: await jpegStack([...sheets, emptySheet]) };
    await office.scans.take({ requestId: v7(), data: { file } });
  }
  return address;
}

/** Scans: where they are fed in, and a paper beside what came back of it. */
export const scanScreens: readonly Screen[] = [
  {
    name: '05-scans',
    post: 'backOffice',
    path: async (office) => {
      await scannedBook(office);
      return '/contracts/scans';
    },
  },
  { name: '05-scans-paper', post: 'backOffice', path: async (office) => `${await scannedBook(office)}/scans` },
];
