import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { base64OfFile } from '#renderer/lib/bytes.ts';
import { ask } from '#renderer/lib/office.ts';
import type { OwnTotals, TotalKind } from '#shared/domain/imports/running-project/totals.ts';
import type { SheetChoice } from '../project-model.ts';

/** Files that were chosen, as the office takes them. `key` tells one choice from the next. */
type ChosenFiles = {
  readonly key: number;
  readonly files: readonly { readonly name: string; readonly content: string }[];
};

/** The files of a running project, what the office reads in them, and what the person decides and types about them. */
export function useProjectFiles() {
  const [chosen, setChosen] = useState<ChosenFiles>();
  const [choices, setChoices] = useState<readonly SheetChoice[]>([]);
  const [typed, setTyped] = useState<Partial<OwnTotals>>({});
  const order = chosen && { files: [...chosen.files], choices: [...choices] };
  const preview = useQuery({
    // Not under the noun: the files do not change when the office does, and reading them takes seconds.
    queryKey: ['projectPreview', chosen?.key, choices],
    queryFn: ({ signal }) =>
      order === undefined ? Promise.reject(new Error()) : ask.imports.previewProject(order).queryFn({ signal }),
    enabled: order !== undefined,
    placeholderData: (previous, query) => (query?.queryKey[1] === chosen?.key ? previous : undefined),
    gcTime: 0,
  });
  const seen = preview.data;
  /** The office's own totals: what was typed, else what its own sheet says. */
  const totals: OwnTotals | undefined = seen && { ...seen.totals, ...typed };
  return {
    chosen,
    choices,
    preview,
    totals,
    order: order && totals && { ...order, totals },
    /** Takes files; the choices and totals of those before are forgotten. */
    take: async (files: readonly File[]) => {
      const read = await Promise.all(
        files.map(async (file) => ({ name: file.name, content: await base64OfFile(file) })),
      );
      setChoices([]);
      setTyped({});
      setChosen((before) => ({ key: (before?.key ?? 0) + 1, files: read }));
    },
    /** Says something about a sheet; the others stay as they are. */
    change: (sheet: number, choice: SheetChoice) =>
      setChoices((now) => {
        const length = Math.max(now.length, sheet + 1);
        return Array.from({ length }, (_unused, index) => (index === sheet ? choice : (now[index] ?? {})));
      }),
    type: (kind: TotalKind, total: OwnTotals[TotalKind]) => setTyped((now) => ({ ...now, [kind]: total })),
    drop: () => setChosen(undefined),
  };
}

/** See {@link useProjectFiles}. */
export type ProjectFiles = ReturnType<typeof useProjectFiles>;
