import {
  dueSign,
  formatArea,
  formatMoney,
  formatRemaining,
  formatTenThousands,
  SOON_DAYS,
} from '#renderer/lib/format.ts';
import type { Language } from '#shared/i18n/index.ts';
import { unitPriceOf } from '#shared/kernel/area.ts';
import { dayOf, daysBetween, type LocalDate } from '#shared/kernel/local-date.ts';
import { yuan } from '#shared/kernel/money.ts';
import type { BoardCell } from './cell.ts';

/** What the second figure of a cell is. */
export const cellFigures = ['total', 'unitPrice', 'buyer', 'who', 'days'] as const;
/** What the second figure of a cell is. */
export type CellFigure = (typeof cellFigures)[number];

/** Everything besides the unit that decides how a cell reads. */
export type CellLook = {
  readonly figure: CellFigure;
  readonly language: Language;
  readonly today: LocalDate;
  readonly now: number;
  /** The word for a home that a court has seized. */
  readonly seized: string;
  /** Names of the buyers by unit, as far as one may see them; none until they are wanted. */
  readonly buyers?: ReadonlyMap<number, string> | undefined;
};

/** What a cell says: its second line, and the tag of a seizure or of a deadline that is near or over. */
export type CellText = {
  readonly left: string;
  readonly right: string;
  readonly due: { readonly tone: 'amber' | 'seal'; readonly text: string } | undefined;
};

/** From ten million on the tenth of ten thousand is left out, so that the area before it stays whole in the narrowest cell. */
const EIGHT_DIGITS = yuan(10_000_000);

function figureOf(cell: BoardCell, { figure, today, buyers }: CellLook): string {
  switch (figure) {
    case 'total':
      return cell.listPrice === null ? '' : formatTenThousands(cell.listPrice, cell.listPrice < EIGHT_DIGITS ? 1 : 0);
    case 'unitPrice': {
      const price = cell.listPrice === null ? undefined : unitPriceOf(cell.listPrice, cell.innerArea ?? cell.builtArea);
      return price === undefined ? '' : formatMoney(price).slice(0, -3);
    }
    case 'buyer':
      return buyers?.get(cell.id) ?? '';
    case 'who':
      return cell.by ?? '';
    case 'days':
      return String(Math.max(0, daysBetween(dayOf(cell.since), today)));
  }
}

/** What a cell says now. A lock says who has it and for how long instead of figures. */
export function cellText(cell: BoardCell, look: CellLook): CellText {
  const seized = cell.encumbrance === 'seized' ? ({ tone: 'seal', text: look.seized } as const) : undefined;
  if (cell.state === 'locked' && cell.until !== null)
    return { left: cell.by ?? '', right: formatRemaining(cell.until - look.now), due: seized };
  return {
    // Off the market there is nothing to sell by: what stands there, with all the room there is, is why.
    left: cell.reason === '' ? formatArea(cell.builtArea) : '',
    right: cell.reason || figureOf(cell, look),
    // Where nothing goes forward, no day matters.
    due: seized ?? (cell.until === null ? undefined : tagOf(cell.until, look)),
  };
}

const HOUR_MS = 3_600_000;
const tags = new Map<number, CellText['due']>();
let tagsFor = '';

/** The tag of a deadline. Kept by the hour, which lies within one day: a board may paint hundreds of cells in a frame. */
function tagOf(until: number, { today, language }: CellLook): CellText['due'] {
  const kept = `${today} ${language}`;
  if (kept !== tagsFor) tags.clear();
  tagsFor = kept;
  const hour = Math.floor(until / HOUR_MS);
  if (tags.has(hour)) return tags.get(hour);
  const dueOn = dayOf(until);
  // No words for a deadline that is far away: most are.
  const sign = daysBetween(today, dueOn) <= SOON_DAYS ? dueSign(dueOn, today, language) : undefined;
  const tag = sign === undefined || sign.tone === 'plain' ? undefined : { tone: sign.tone, text: compact(sign.text) };
  tags.set(hour, tag);
  return tag;
}

/** A tag in a cell has room for four letters: `余4天`, `4 d`. */
function compact(text: string): string {
  return text
    .replace(/^(余|逾) (\d+) (天)$/, '$1$2$3')
    .replace(/^(\d+) days? left$/, '$1 d')
    .replace(/^(\d+) days? late$/, '+$1 d');
}
