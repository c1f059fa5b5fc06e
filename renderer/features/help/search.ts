import { type WorkDesk, workDesks } from '#shared/domain/accounts/desks.ts';
import { type Language, resources } from '#shared/i18n/index.ts';
import { commonKeys, outline, type PlaceName } from './outline.ts';

/** Parts of a page, in their order. */
export const helpParts = ['first', 'keys', 'refused'] as const;
/** Part of a page. */
export type HelpPart = (typeof helpParts)[number];

/** One line of the help: what it says, where it is done, or by which keys. */
export type HelpLine = {
  readonly id: string;
  readonly text: string;
  readonly place: PlaceName | null;
  readonly keys: string | null;
};

/** A page of the help in one language. */
export type HelpPage = {
  readonly desk: WorkDesk;
  readonly name: string;
  readonly about: string;
  readonly parts: { readonly [Part in HelpPart]: readonly HelpLine[] };
};

type Words = Readonly<Record<string, string>>;

function linesOf(words: Words, places: Readonly<Record<string, PlaceName>>, keys: Words): HelpLine[] {
  return Object.entries(words).map(([id, text]) => ({
    id,
    text,
    place: places[id] ?? null,
    keys: keys[id] ?? null,
  }));
}

/** The page of a desk. */
export function pageOf(desk: WorkDesk, language: Language): HelpPage {
  const { name, about, first, keys, refused } = resources[language].help.desks[desk];
  const { places, keys: combinations } = outline[desk];
  return {
    desk,
    name,
    about,
    parts: {
      first: linesOf(first, places, {}),
      keys: linesOf(keys, {}, combinations),
      refused: linesOf(refused, {}, {}),
    },
  };
}

/** What holds on every screen. */
export function everywhere(language: Language): Pick<HelpPage['parts'], 'keys' | 'refused'> {
  const { keys, refused } = resources[language].help.common;
  return { keys: linesOf(keys, {}, commonKeys), refused: linesOf(refused, {}, {}) };
}

/** A line that a search found, with where it stands: a desk, or what holds everywhere. */
export type HelpHit = HelpLine & { readonly desk: WorkDesk | 'everywhere' };

/** The lines of all pages that hold every word that was typed, in the order of the desks; what holds everywhere last. */
export function searchHelp(text: string, language: Language): HelpHit[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const holds = (line: HelpLine): boolean => {
    const whole = `${line.text} ${line.keys ?? ''}`.toLowerCase();
    return words.every((word) => whole.includes(word));
  };
  const common = everywhere(language);
  return [
    ...workDesks.flatMap((desk) => {
      const { parts } = pageOf(desk, language);
      return helpParts.flatMap((part) => parts[part].filter(holds).map((line) => ({ ...line, desk })));
    }),
    ...[...common.keys, ...common.refused].filter(holds).map((line) => ({ ...line, desk: 'everywhere' as const })),
  ];
}
