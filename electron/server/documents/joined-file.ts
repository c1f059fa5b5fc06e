import { MOST_JOINED_BYTES } from '#shared/domain/documents/batch.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { BlobStore } from './blob-store.ts';
import type { RenderPort } from './render-port.ts';

/** Where pages lie, and what joins them. */
export type Joining = { readonly blobs: BlobStore; readonly render: Pick<RenderPort, 'join'> };

/** Stored PDFs as one, in their order, each turned upright. Throws NOT_FOUND without any, JOINED_FILE_TOO_LARGE. */
export async function joinedFile(
  { blobs, render }: Joining,
  stored: readonly { readonly sha256: string; readonly turns?: number }[],
): Promise<{ content: string; pages: number }> {
  const parts: { bytes: Uint8Array; turns: number }[] = [];
  let size = 0;
  for (const { sha256, turns = 0 } of stored) {
    const bytes = await blobs.get(sha256);
    size += bytes.byteLength;
    if (size > MOST_JOINED_BYTES)
      throw new DomainError('JOINED_FILE_TOO_LARGE', { megabytes: MOST_JOINED_BYTES / 1_000_000 });
    parts.push({ bytes, turns });
  }
  if (parts.length === 0) throw new DomainError('NOT_FOUND');
  const joined = await render.join(parts);
  return { content: Buffer.from(joined.bytes).toString('base64'), pages: joined.pages };
}
