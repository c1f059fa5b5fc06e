/**
 * Splits syllables at the letters that were typed: full syllables or initials, from the first syllable on that reads so. Each part
 * is `[matched, rest]`; undefined when the query does not read this name.
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
  const typed = query.toLowerCase().replace(/\s/g, '');
  for (const start of syllables.keys()) {
    const parts = from(start, typed);
    if (parts) return [...syllables.slice(0, start).map((syllable): [string, string] => ['', syllable]), ...parts];
  }
  return undefined;
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
