import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as fontkit from 'fontkit';
import { type Family, families } from '#shared/documents/kit/definition.ts';

/** Files of the typefaces in the office's folder of fonts. */
const files = {
  [families.serif]: { normal: 'NotoSerifSC_400Regular.ttf', bold: 'NotoSerifSC_700Bold.ttf' },
  [families.sans]: { normal: 'NotoSansSC_400Regular.ttf', bold: 'NotoSansSC_700Bold.ttf' },
} as const satisfies Record<Family, { normal: string; bold: string }>;

/** The typefaces that papers are set in. */
export type Typefaces = {
  /** Families with the paths of their files, for pdfmake. */
  readonly files: Readonly<Record<Family, { readonly normal: string; readonly bold: string }>>;
  /** True where a family has a shape for a sign. */
  has(family: Family, codePoint: number): boolean;
  /** Signs of some texts that no family has, each once: they would be printed as boxes. */
  missing(texts: readonly string[]): string[];
};

/** Signs that leave no mark on paper. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** Reads the tables of the typefaces in a folder. Throws where one is missing. */
export function openTypefaces(folder: string): Typefaces {
  const pathsOf = (family: Family) => ({
    normal: path.join(folder, files[family].normal),
    bold: path.join(folder, files[family].bold),
  });
  const paths = { [families.serif]: pathsOf(families.serif), [families.sans]: pathsOf(families.sans) };
  const open = (family: Family) => Object.values(paths[family]).map((file) => fontkit.create(readFileSync(file)));
  const faces = { [families.serif]: open(families.serif), [families.sans]: open(families.sans) };
  const has = (family: Family, codePoint: number) =>
    faces[family].every((face) => face.hasGlyphForCodePoint(codePoint));
  return {
    files: paths,
    has,
    missing: (texts) => [
      ...new Set(
        texts
          .flatMap((text) => Array.from(text))
          .filter((sign) => {
            const codePoint = sign.codePointAt(0) ?? 0;
            return !invisible.test(sign) && !Object.values(families).some((family) => has(family, codePoint));
          }),
      ),
    ],
  };
}
