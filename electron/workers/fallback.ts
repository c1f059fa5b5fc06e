import type { Content } from 'pdfmake';
import { type Definition, type Family, families } from '#shared/documents/kit/definition.ts';
import type { Typefaces } from './typefaces.ts';

type Node = { readonly [key: string]: unknown };

const blocks = ['stack', 'columns', 'ul', 'ol'] as const;

/**
 * Gives another family to the signs that a text's own has not, so that none is printed as a box, and says through
 * `missing` which signs none has. Head, foot and background are treated when pdfmake asks for them.
 */
export function withFallback(
  definition: Definition,
  typefaces: Typefaces,
  missing: (sign: string) => void,
): Definition {
  const usual = familyOf(definition.defaultStyle?.font) ?? families.serif;
  const mend = <T>(node: T): T => mended(node, usual, typefaces, missing) as T;
  const { header, footer, background } = definition;
  return {
    ...definition,
    content: mend(definition.content),
    ...(typeof header === 'function'
      ? { header: (...given: Parameters<typeof header>) => mend(header(...given)) }
      : {}),
    ...(typeof footer === 'function'
      ? { footer: (...given: Parameters<typeof footer>) => mend(footer(...given)) }
      : {}),
    ...(typeof background === 'function'
      ? { background: (...given: Parameters<typeof background>) => mend(background(...given)) }
      : {}),
  };
}

function familyOf(name: unknown): Family | undefined {
  return Object.values(families).find((family) => family === name);
}

function mended(node: unknown, family: Family, typefaces: Typefaces, missing: (sign: string) => void): unknown {
  const again = (inner: unknown, own: Family = family) => mended(inner, own, typefaces, missing);
  if (typeof node === 'string') return runsOf(node, family, typefaces, missing);
  if (Array.isArray(node)) return node.map((inner) => again(inner));
  if (!isNode(node)) return node;
  const own = familyOf(node.font) ?? family;
  const result: Record<string, unknown> = { ...node };
  if (node.text !== undefined && typeof node.text !== 'number') result.text = again(node.text, own);
  for (const block of blocks) if (Array.isArray(node[block])) result[block] = again(node[block], own);
  if (isNode(node.table)) result.table = { ...node.table, body: again(node.table.body, own) };
  return result;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text as it is where its family has all of it; else its runs, those of the other family named so. */
function runsOf(text: string, family: Family, typefaces: Typefaces, missing: (sign: string) => void): Content {
  const runs: { text: string; font?: Family }[] = [];
  let foreign = false;
  for (const sign of text) {
    const found = typefaces.familyFor(sign, family);
    if (found === undefined) for (const lost of typefaces.missing([sign])) missing(lost);
    const other = found === family ? undefined : found;
    foreign ||= other !== undefined;
    const last = runs.at(-1);
    if (last !== undefined && last.font === other) last.text += sign;
    else runs.push(other === undefined ? { text: sign } : { text: sign, font: other });
  }
  return foreign ? { text: runs } : text;
}
