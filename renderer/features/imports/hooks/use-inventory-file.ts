import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { base64OfFile } from '#renderer/lib/bytes.ts';
import { ask } from '#renderer/lib/office.ts';

type Chosen = { readonly key: number; readonly name: string; readonly content: string };

/** The file of corrections that is being looked at, and what the office reads in it. */
export function useInventoryFile() {
  const [file, setFile] = useState<Chosen>();
  const order = file && { file: { name: file.name, content: file.content } };
  const preview = useQuery({
    // Not under the noun: reading the file again for every change of the office would take seconds each time.
    queryKey: ['inventoryPreview', file?.key],
    queryFn: ({ signal }) =>
      order === undefined ? Promise.reject(new Error()) : ask.imports.previewInventory(order).queryFn({ signal }),
    enabled: order !== undefined,
    gcTime: 0,
  });
  return {
    file,
    order,
    preview,
    take: async (chosen: File) => {
      const content = await base64OfFile(chosen);
      setFile((before) => ({ key: (before?.key ?? 0) + 1, name: chosen.name, content }));
    },
    drop: () => setFile(undefined),
  };
}
