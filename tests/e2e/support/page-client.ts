import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { Page } from '@playwright/test';
import type { OfficeClient } from '#shared/api/index.ts';
import type { pcApi } from '#shared/api/pc.ts';
import type { ClientOf } from '#shared/api/procedure.ts';

declare global {
  interface Window {
    testPort?: MessagePort;
    toTest: (data: unknown) => void;
  }
}

/**
 * A client in the test that speaks through a page's own port, so that calls pass the preload, the check of the frame and
 * the transport as those of a screen do. It takes the page's port: use a page without screens.
 */
export async function clientOf<T>(page: Page): Promise<T> {
  const listeners: ((data: unknown) => void)[] = [];
  await page.exposeFunction('toTest', (data: unknown) => {
    for (const listener of listeners) listener(data);
  });
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        window.addEventListener('message', (event) => {
          const [port] = event.ports;
          if (event.data !== 'zhiye:port' || port === undefined) return;
          window.testPort = port;
          port.onmessage = (message) => window.toTest(message.data);
          resolve();
        });
        window.zhiye.connect();
      }),
  );
  const port = {
    onMessage: { addListener: (listener: (data: unknown) => void) => void listeners.push(listener) },
    onDisconnect: { addListener: () => {} },
    postMessage: (data: unknown) => void page.evaluate((sent) => window.testPort?.postMessage(sent), data),
  };
  return createORPCClient(new RPCLink({ port })) as T;
}

/** The office and this PC, as a page's port offers them. */
export type FullClient = OfficeClient & { readonly device: ClientOf<typeof pcApi> };

/** This PC's own answers through a page. */
export async function pcOf(page: Page): Promise<ClientOf<typeof pcApi>> {
  return (await clientOf<{ device: ClientOf<typeof pcApi> }>(page)).device;
}
