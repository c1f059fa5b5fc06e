import type { Screen, Variant } from './screen.ts';

const languages = ['zh-CN', 'en'] as const;
const schemes = ['light', 'dark'] as const;
const sizes = ['1366x768', '1920x1080'] as const;

/** The screens whose name or address holds a text, or one of several between commas; all of them without one. */
export function chooseScreens(all: readonly Screen[], only: string | undefined): readonly Screen[] {
  if (only === undefined) return all;
  const wanted = only.split(',');
  const chosen = all.filter(({ name, path }) =>
    wanted.some((text) => name.includes(text) || (typeof path === 'string' && path.includes(text))),
  );
  if (chosen.length === 0)
    throw new Error(
      `No screen has ${only} in its name or address. There are: ${all.map(({ name }) => name).join(', ')}`,
    );
  return chosen;
}

/** The variants that are left by what the command line asked for: both languages, both schemes, both sizes otherwise. */
export function chooseVariants(wanted: {
  readonly lang?: string | undefined;
  readonly scheme?: string | undefined;
  readonly size?: string | undefined;
}): readonly Variant[] {
  return narrow('--lang', languages, wanted.lang).flatMap((language) =>
    narrow('--scheme', schemes, wanted.scheme).flatMap((scheme) =>
      narrow('--size', sizes, wanted.size).map((size) => {
        const [width = 0, height = 0] = size.split('x').map(Number);
        return { language, scheme, width, height };
      }),
    ),
  );
}

function narrow<T extends string>(option: string, all: readonly T[], wanted: string | undefined): readonly T[] {
  if (wanted === undefined) return all;
  const chosen = all.filter((one) => one === wanted);
  if (chosen.length === 0) throw new Error(`${option} is one of ${all.join(', ')}, not ${wanted}`);
  return chosen;
}
