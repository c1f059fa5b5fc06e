/** Data that has one canonical text. Members that are undefined are left out, as in JSON. */
export type CanonicalValue =
  | string
  | number
  | boolean
  | null
  | readonly CanonicalValue[]
  | { readonly [key: string]: CanonicalValue | undefined };

/**
 * JSON with sorted keys and no blanks, so that equal data has equal text and an equal hash (in the manner of RFC 8785).
 * Throws a TypeError on what JSON would change unseen: NaN, infinities, dates, functions, undefined in a list.
 */
export function canonicalJson(value: CanonicalValue): string {
  return write(value);
}

function write(value: unknown): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${Array.from(value, write).join(',')}]`;
  if (typeof value === 'object' && isPlain(value)) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${write(member)}`);
    return `{${members.join(',')}}`;
  }
  throw new TypeError(`No canonical text for ${typeof value === 'object' ? 'an object of a class' : String(value)}`);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
