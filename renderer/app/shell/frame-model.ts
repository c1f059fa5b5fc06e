import type { ReactNode } from 'react';
import type { Language } from '#shared/domain/accounts/posts.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

/** The desks of the rail, in its order. Each is also the first part of its addresses: `/sales/…`. */
export const desks = [
  'today',
  'reception',
  'sales',
  'contracts',
  'money',
  'warrants',
  'service',
  'reports',
  'planning',
  'administration',
] as const;

/** A desk of the rail. */
export type Desk = (typeof desks)[number];

/** How this window stands with the host. `local`: the host is this PC. */
export type LiveState = 'local' | 'online' | 'connecting' | 'offline';

/** What the top bar says about the connection. */
export type LiveModel = {
  state: LiveState;
  hostName?: string;
  terminalName?: string;
  /** Sequence of the last event this window has seen. */
  sequence?: number;
  /** Instant of that event (UTC ms). */
  lastEventAt?: number;
  businessOn?: LocalDate;
  /** The business day has been closed. */
  dayClosed?: boolean;
  /** Takes this terminal out of its office; only for an administrator. */
  onLeave?: () => void;
};

/** A line over the content: offline, a backup that is due, a version that waits. */
export type Banner = {
  key: string;
  tone: 'seal' | 'amber' | 'ink';
  text: ReactNode;
  action?: { label: string; onRun: () => void };
  onDismiss?: () => void;
};

/**
 * A page of a desk. Those of one group stand next to each other and open from one menu; `also`: other addresses at which one
 * is at this page.
 */
export type FramePage = { path: string; label: string; group?: string; also?: readonly string[] };

/**
 * The page of a desk that an address belongs to: the one whose address fits, the last such, as `/reception/customers/12`
 * fits that of the reception and that of the customers.
 */
export function pageAt<Page extends Pick<FramePage, 'path' | 'also'>>(
  pages: readonly Page[],
  address: string,
): Page | undefined {
  const fits = (path: string) => address === path || address.startsWith(`${path}/`);
  return pages.filter(({ path, also = [] }) => [path, ...also].some(fits)).at(-1);
}

/** All the frame shows and can do. Whoever wires the program gives it through `FrameProvider`. */
export type FrameModel = {
  /** Desks of the person's post, with the count of what waits there. */
  desks: readonly { desk: Desk; waiting?: number }[];
  /** Pages of each desk, in their order; a desk with one page shows none of them. */
  pages: ReadonlyMap<Desk, readonly FramePage[]>;
  office: { name: string };
  project: { name: string; note?: string };
  /** The name is never translated; the post comes in the current language. */
  person: { name: string; post: string };
  tasks: { count: number; late: number };
  /** The bell with what concerns the person. */
  notices: ReactNode;
  /** Beside the page, at its right: the handbook, or a home that one looks at in passing. */
  aside: ReactNode;
  live: LiveModel;
  banners: readonly Banner[];
  onSearch: () => void;
  /** Opens the help at the page of the screen's desk. */
  onHelp: () => void;
  onLock: () => void;
  /** Opens one's own PIN and password; missing in a demonstration, whose people have none. */
  onAccess?: () => void;
  /** Keeps the language with the person's account, for other computers; none: as each computer speaks. */
  onLanguage: (language: Language | null) => void;
  onSwitchPerson: () => void;
  /** Not offered where leaving is only switching. */
  onLogOut?: () => void;
};
