import { theOffice } from '#db/repositories/accounts.ts';
import type { prints as printsApi } from '#shared/api/prints.ts';
import { documentKinds } from '#shared/documents/index.ts';
import { usuallyDuplex } from '#shared/documents/kind.ts';
import { papers } from '#shared/documents/kit/paper.ts';
import type { TestPageData } from '#shared/documents/test-page/data.ts';
import { testPage } from '#shared/documents/test-page/kind.ts';
import { dateTimeOf } from '#shared/kernel/local-date.ts';
import type { Handlers } from '../kernel/handlers.ts';
import type { RenderPort } from './render-port.ts';

/** What the printers of a terminal are set up and tried with. */
export function terminalPrinters(render: RenderPort): Pick<Handlers<typeof printsApi>, 'kinds' | 'testPage'> {
  return {
    kinds: () =>
      Object.values(documentKinds).map((one) => ({
        kind: one.kind,
        sheets: [...one.papers],
        duplex: usuallyDuplex(one),
      })),

    testPage: async ({ db, actor, now, connection }, { sheet, printer, printerTitle, tray, duplex }) => {
      const data: TestPageData = {
        office: theOffice(db)?.name ?? '',
        terminal: connection.terminal,
        printer: printerTitle,
        tray,
        bothSides: duplex,
        printedAt: dateTimeOf(now),
        by: actor.name,
      };
      const { bytes, sha256 } = await render.render({ kind: 'testPage', data, number: '', version: 1, paper: sheet });
      return {
        content: Buffer.from(bytes).toString('base64'),
        title: testPage.title,
        media: papers[sheet].media,
        ...{ printer, tray, duplex, sha256 },
      };
    },
  };
}
