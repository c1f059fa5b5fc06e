import path from 'node:path';
import * as fontkit from 'fontkit';
import { type Family, families } from '#shared/documents/kit/definition.ts';
import { typefaceBytes } from './typeface-bytes.ts';

/** Files of the typefaces in the office's folder of fonts. */
const files = {
  [families.serif]: { normal: 'NotoSerifSC_400Regular.ttf', bold: 'NotoSerifSC_700Bold.ttf' },
  [families.sans]: { normal: 'NotoSansSC_400Regular.ttf', bold: 'NotoSansSC_700Bold.ttf' },
  // One weight: a rare sign stands in a heavy line as it is rather than as a box.
  [families.rare]: { normal: 'HanaMinB.ttf', bold: 'HanaMinB.ttf' },
} as const satisfies Record<Family, { normal: string; bold: string }>;

/** The typefaces that papers are set in. */
export type Typefaces = {
  /** Families with the paths of their files, for pdfmake. */
  readonly files: Readonly<Record<Family, { readonly normal: string; readonly bold: string }>>;
  /** True where a family has a shape for a sign. */
  has(family: Family, codePoint: number): boolean;
  /** The family that a sign of a text is set in: the text's usual one, else the first that has it; undefined for none. */
  familyFor(sign: string, usual: Family): Family | undefined;
  /** Signs of some texts that no family has, each once: they would be printed as boxes. */
  missing(texts: readonly string[]): string[];
};

/** Signs that leave no mark on paper. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/**
 * The typefaces in a folder. Their tables are read when they are first asked: most papers need no rare sign, and its
 * face is the largest. Throws where one is missing.
 */
export function openTypefaces(folder: string): Typefaces {
  const pathsOf = (family: Family) => ({
    normal: path.join(folder, files[family].normal),
    bold: path.join(folder, files[family].bold),
  });
  const paths = {
    [families.serif]: pathsOf(families.serif),
    [families.sans]: pathsOf(families.sans),
    [families.rare]: pathsOf(families.rare),
  };
  const opened = new Map<Family, fontkit.Font[]>();
  const facesOf = (family: Family) => {
    const known = opened.get(family);
    if (known !== undefined) return known;
    const { normal, bold } = paths[family];
    const faces = [...new Set([normal, bold])].map((file) => fontkit.create(typefaceBytes(file)));
    opened.set(family, faces);
    return faces;
  };
  const has = (family: Family, codePoint: number) =>
    facesOf(family).every((face) => face.hasGlyphForCodePoint(codePoint));
  return {
    files: paths,
    has,
    familyFor: (sign, usual) => {
      const codePoint = sign.codePointAt(0) ?? 0;
      if (codePoint < 0x20 || has(usual, codePoint)) return usual;
      return Object.values(families).find((family) => has(family, codePoint));
    },
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
