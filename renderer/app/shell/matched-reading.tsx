/**
 * Splits syllables at the letters that were typed: full syllables or initials, from the first syllable on. Each part is
 * `[matched, rest]`; undefined when the query does not read this name.
 */
export function matchReading(syllables: readonly string[], query: string): [string, string][] | undefined {
  const from = (index: number, rest: string): [string, string][] | undefined => {
    if (rest === '') return syllables.slice(index).map((syllable) => ['', syllable]);
    const syllable = syllables[index];
    if (syllable === undefined) return undefined;
    for (let length = Math.min(syllable.length, rest.length); length > 0; length -= 1) {
      if (!syllable.startsWith(rest.slice(0, length))) continue;
      const tail = from(index + 1, rest.slice(length));
      if (tail) return [[syllable.slice(0, length), syllable.slice(length)], ...tail];
    }
    return undefined;
  };
  return from(0, query.toLowerCase().replace(/\s/g, ''));
}

/** A name's pinyin with the typed letters set in ink: **w**ang **h**ai **t**ao. */
export function MatchedReading({ syllables, query }: { syllables: readonly string[]; query: string }) {
  const parts = matchReading(syllables, query);
  if (!parts) return <>{syllables.join(' ')}</>;
  return (
    <>
      {parts.map(([hit, rest], index) => (
        <span key={`${index} ${hit}${rest}`}>
          {index > 0 && ' '}
          {hit !== '' && <b>{hit}</b>}
          {rest}
        </span>
      ))}
    </>
  );
}
