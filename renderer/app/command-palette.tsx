import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '#renderer/lib/office.ts';
import { meansCommand } from './command-match.ts';
import { pagesOf } from './desk-pages.ts';
import { type Found, HitFacts, HitNote } from './palette-hits.tsx';
import { router } from './routes.tsx';
import { Palette, type PaletteHit } from './shell/palette.tsx';

type CommandPaletteProps = {
  opened: boolean;
  onClose: () => void;
  permissions: readonly string[];
  /** Shows a home beside the page. */
  onPeekUnit: (unitId: number) => void;
  /** What can be done from anywhere besides going to a page. */
  acts: readonly { readonly key: string; readonly title: string; readonly onRun: () => void }[];
};

/** Where a found record is shown. */
const places = {
  customers: (id: number) => `/reception/customers/${id}`,
  units: (id: number) => `/sales/board?unit=${id}`,
  subscriptions: (id: number) => `/contracts/subscriptions/${id}`,
  contracts: (id: number) => `/contracts/contracts/${id}`,
  changes: (id: number) => `/contracts/changes/${id}`,
  bookings: (id: number) => `/sales/claims?booking=${id}`,
} as const;

function placeOf(hit: Found): string {
  return hit.noun === 'intents' ? `/sales/launches/${hit.launchId}?intent=${hit.id}` : places[hit.noun](hit.id);
}

const kinds = {
  customers: 'customers',
  units: 'units',
  subscriptions: 'papers',
  contracts: 'papers',
  intents: 'papers',
  changes: 'papers',
  bookings: 'papers',
} as const;

/** Ctrl+K over the office's search, with the person's desks as commands. */
export function CommandPalette({ opened, onClose, permissions, onPeekUnit, acts }: CommandPaletteProps) {
  const { t } = useTranslation('shell');
  const [query, setQuery] = useState('');
  const text = useDeferredValue(query.trim());
  const [took, setTook] = useState<number>();
  const { queryKey, queryFn } = ask.search.find({ text });
  const found = useQuery({
    queryKey,
    enabled: opened && text !== '',
    staleTime: 5000,
    queryFn: async (context) => {
      const began = performance.now();
      const hits = await queryFn(context);
      setTook(performance.now() - began);
      return hits;
    },
  });
  const go = (address: string) => router.history.push(address);
  const records: PaletteHit[] = (text === '' ? [] : (found.data ?? [])).map((hit) => ({
    key: `${hit.noun}-${hit.id}`,
    kind: kinds[hit.noun],
    title: hit.noun === 'customers' ? <b>{hit.title}</b> : hit.title,
    note: <HitNote hit={hit} query={text} />,
    facts: <HitFacts hit={hit} />,
    onOpen: () => go(placeOf(hit)),
    ...(hit.noun === 'units' ? { onPeek: () => onPeekUnit(hit.id) } : {}),
  }));
  const commands: PaletteHit[] = [...pagesOf(permissions)]
    .flatMap(([desk, pages]) =>
      pages.map(({ path, name }) => ({ path, desk: t(`desks.${desk}`), title: t(`pages.${name}`) })),
    )
    .filter(({ desk, title }) => meansCommand(`${desk} ${title}`, text))
    .map(({ path, desk, title }) => ({ key: path, kind: 'commands', title, facts: desk, onOpen: () => go(path) }));
  const deeds: PaletteHit[] = acts
    .filter(({ title }) => meansCommand(title, text))
    .map(({ key, title, onRun }) => ({ key, kind: 'commands', title, onOpen: onRun }));
  return (
    <Palette
      opened={opened}
      onClose={() => {
        // The next search begins empty: what is typed is not added to the last one.
        setQuery('');
        onClose();
      }}
      query={query}
      onQuery={setQuery}
      hits={[...records, ...commands, ...deeds]}
      {...(took === undefined || text === '' ? {} : { tookMs: took })}
    />
  );
}
