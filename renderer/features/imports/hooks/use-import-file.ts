import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { base64OfFile } from '#renderer/lib/bytes.ts';
import { ask } from '#renderer/lib/office.ts';
import type { Mapping } from '../preview-model.ts';

/** A file that was chosen, as the office takes it. `key` tells one choice from the next. */
type ChosenFile = { readonly key: number; readonly name: string; readonly content: string };

/** What a person decided about the file. */
type Choices = { readonly sheet: number | null; readonly mapping: Mapping | null; readonly alsoFiled: boolean };

const recognised: Choices = { sheet: null, mapping: null, alsoFiled: true };

/** The file that is being imported, what the office reads in it, and what the person decides about it. */
export function useImportFile() {
  const [file, setFile] = useState<ChosenFile>();
  const [choices, setChoices] = useState(recognised);
  const [leaveOut, setLeaveOut] = useState(false);
  const order = file && { file: { name: file.name, content: file.content }, ...choices };
  const preview = useQuery({
    // Not under the noun: the file does not change when the office does, and reading it takes seconds.
    queryKey: ['importPreview', file?.key, choices],
    queryFn: ({ signal }) =>
      order === undefined ? Promise.reject(new Error()) : ask.imports.preview(order).queryFn({ signal }),
    enabled: order !== undefined,
    // Another choice about the same file keeps what is on the screen until its answer is there.
    placeholderData: (previous, query) => (query?.queryKey[1] === file?.key ? previous : undefined),
    gcTime: 0,
  });
  return {
    file,
    preview,
    choices,
    order: order && { ...order, leaveOutFaulty: leaveOut },
    leaveOut,
    setLeaveOut,
    /** Takes a file; the choices about the one before are forgotten. */
    take: async (chosen: File) => {
      const content = await base64OfFile(chosen);
      setChoices(recognised);
      setLeaveOut(false);
      setFile((before) => ({ key: (before?.key ?? 0) + 1, name: chosen.name, content }));
    },
    change: (part: Partial<Choices>) => setChoices((now) => ({ ...now, ...part })),
    drop: () => setFile(undefined),
  };
}

/** See {@link useImportFile}. */
export type ImportFile = ReturnType<typeof useImportFile>;
