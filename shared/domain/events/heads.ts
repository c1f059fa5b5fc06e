/** An entry of the log as somebody outside remembers it: its number and its hash, or how that begins. */
export type LogHead = { readonly seq: number; readonly hash: string };

/** A head that was kept outside of the office, with the hash of the first entry of its log where that is known. */
export type KeptHead = LogHead & { readonly origin?: string | undefined };

/**
 * What the check of a whole log came to. `changed`: the first entry that does not fit, or, where somebody reckoned the
 * chain anew, that it was changed between `since` and `seq`. `cut`: it ends before an entry `seq` that somebody remembers;
 * up to the entry before `since` it is surely as it was.
 */
export type LogVerdict =
  | { readonly verdict: 'whole'; readonly events: number; readonly head: string }
  | { readonly verdict: 'changed'; readonly events: number; readonly since: number; readonly seq: number }
  | { readonly verdict: 'cut'; readonly events: number; readonly since: number; readonly seq: number }
  | { readonly verdict: 'otherOffice'; readonly events: number; readonly seq: number };

/** Where a log stands compared with a head that was kept. */
export type HeadVerdict = 'fits' | 'cut' | 'changed' | 'otherOffice';

/**
 * What the office answers to a head that a PC presents: as judged, or that the office was restored to before it, or that
 * somebody who answers for the office has looked into it.
 */
export type HeadAnswer = HeadVerdict | 'restored' | 'accepted';

/** What a PC tells its people: the log of the office is not the one it was told. */
export const headAlarms = ['cut', 'changed', 'otherOffice'] as const;
/** See {@link headAlarms}. */
export type HeadAlarm = (typeof headAlarms)[number];

/** True for an answer that somebody has to look into. */
export function isHeadAlarm(answer: HeadAnswer): answer is HeadAlarm {
  return headAlarms.some((one) => one === answer);
}

/** A head as it goes over the wire: `2104:3f2a…:91bc…`, number, hash, hash of the first entry. */
export function headText({ seq, hash, origin }: Required<KeptHead>): string {
  return `${seq}:${hash}:${origin}`;
}

/** Reads what {@link headText} wrote; undefined for anything else. */
export function readHeadText(text: string): Required<KeptHead> | undefined {
  const [, seq = '', hash = '', origin = ''] = /^(\d{1,12}):([0-9a-f]{64}):([0-9a-f]{64})$/.exec(text) ?? [];
  return hash === '' ? undefined : { seq: Number(seq), hash, origin };
}

/** Judges a kept head by the log's length, its first hash, and its hash at the place of the kept one. */
export function judgeHead(
  kept: KeptHead,
  log: { readonly events: number; readonly origin: string | undefined; readonly hashThere: string | undefined },
): HeadVerdict {
  if (kept.seq === 0) return 'fits';
  if (kept.origin !== undefined && log.origin !== undefined && kept.origin !== log.origin) return 'otherOffice';
  if (kept.seq > log.events) return 'cut';
  return log.hashThere?.startsWith(kept.hash) === true ? 'fits' : 'changed';
}

/** Signs in a group, as hashes are printed and typed. */
const GROUP = 4;

/** A hash in groups of four, as it stands on paper: `3f2a 91bc …`. */
export function inGroups(hash: string): string {
  return hash.match(new RegExp(`.{1,${GROUP}}`, 'g'))?.join(' ') ?? '';
}

/** What somebody typed from a paper as the beginning of a hash; undefined for what can be none. */
export function typedHash(text: string): string | undefined {
  const signs = text.replaceAll(/[\s-]/g, '').toLowerCase();
  return /^[0-9a-f]{8,64}$/.test(signs) ? signs : undefined;
}
