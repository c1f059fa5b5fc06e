import type { Translation } from '../translation.ts';
import type { printers as zh } from '../zh-CN/printers.ts';

/** Words of the page of a PC's printers. */
export const printers = {
  title: 'Printers of this PC',
  sub_one: 'This PC has {{count}} printer. Which one, tray and sides each paper uses holds for this PC only.',
  sub_other: 'This PC has {{count}} printers. Which one, tray and sides each paper uses holds for this PC only.',
  search: 'Name of a paper',
  paper: 'Paper',
  sheets: 'Sheet',
  state: 'State',
  usual: 'Not set · {{printer}}',
  lost: '“{{printer}}” is gone; {{instead}} for now',
  hintTick: 'Tick several to set them together.',
  several_one: '{{count}} paper',
  several_other: '{{count}} papers',
  hint: 'Picked by itself when the paper is printed; another choice made there is kept too.',
  severalHint: 'One printer and tray for all; each keeps its own sides unless you choose.',
  keep: 'Save',
  kept_one: '{{count}} paper is printed by {{printer}} from now on',
  kept_other: '{{count}} papers are printed by {{printer}} from now on',
  test: 'Test page',
  testHint:
    'One sheet as chosen above, with frames for the margins, rulers, and crosses that show how both sides meet. It has no number and is no paper.',
  printTest: 'Print test page',
  testSent: 'A test page is in the queue',
} as const satisfies Translation<typeof zh>;
