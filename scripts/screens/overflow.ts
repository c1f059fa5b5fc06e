/**
 * Looks for text that cannot be read whole: cut by a box without an ellipsis and title, standing out of its own box, or
 * out of the window. Runs inside the page, so it uses nothing from outside itself. Text in a box that scrolls is fine.
 */
export function findOverflows(): string[] {
  const found = new Set<string>();

  const nameOf = (element: Element): string => {
    const own = (one: Element): string => {
      const role = one.getAttribute('role') ?? '';
      const style = /_?([A-Za-z][\w-]*?)_[\w-]{5,}(_\d+)?/.exec(one.className.toString())?.[1] ?? '';
      const mantine = /mantine-([A-Z]\w+-\w+)/.exec(one.className.toString())?.[1] ?? '';
      return [one.tagName.toLowerCase(), style || mantine, role].filter((part) => part !== '').join('.');
    };
    const parents = [element.parentElement?.parentElement, element.parentElement, element].filter((one) => one != null);
    return parents.map(own).join(' > ');
  };
  const wordsOf = (text: string): string => text.trim().replaceAll(/\s+/g, ' ').slice(0, 48);
  const report = (what: string, element: Element, text: string): void => {
    found.add(`${what}: “${wordsOf(text)}” in ${nameOf(element)}`);
  };

  const isShown = (element: HTMLElement): boolean => {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    for (let one: HTMLElement | null = element; one !== null; one = one.parentElement) {
      const { clipPath, clip } = getComputedStyle(one);
      // Text for screen readers only, and the unseen text over a drawn page.
      if (clipPath.startsWith('inset(50%') || clip.startsWith('rect(0') || one.classList.contains('textLayer'))
        return false;
      if (one.offsetWidth <= 1 && one.offsetHeight <= 1 && getComputedStyle(one).position === 'absolute') return false;
    }
    return true;
  };

  const ownText = (element: HTMLElement): Text[] =>
    [...element.childNodes].filter((node): node is Text => node instanceof Text && node.data.trim() !== '');

  const linesOf = (texts: readonly Text[]): DOMRect[] =>
    texts.flatMap((text) => {
      const range = document.createRange();
      range.selectNodeContents(text);
      return [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    });

  const readableOtherwise = (from: Element): boolean =>
    from.closest('[title], [aria-label], [data-tooltip]') !== null || from.querySelector('[title]') !== null;

  const look = (element: HTMLElement, texts: readonly Text[]): void => {
    const lines = linesOf(texts);
    if (lines.length === 0) return;
    const text = texts.map(({ data }) => data).join('');
    const right = Math.max(...lines.map((line) => line.right));
    const left = Math.min(...lines.map((line) => line.left));
    const middles = lines.map((line) => (line.top + line.bottom) / 2);
    let block = true;
    for (let box: HTMLElement | null = element; box !== null && box !== document.body; box = box.parentElement) {
      const style = getComputedStyle(box);
      if (style.display === 'inline' || style.display === 'contents') continue;
      const edge = box.getBoundingClientRect();
      const beyondSide = right > edge.right + 1 || left < edge.left - 1;
      const beyondEnd = middles.some((middle) => middle > edge.bottom || middle < edge.top);
      const scrollsSideways = /auto|scroll/.test(style.overflowX);
      const scrolls = scrollsSideways || /auto|scroll/.test(style.overflowY);
      if (scrolls && (beyondSide || beyondEnd)) return;
      if (beyondSide && /hidden|clip/.test(style.overflowX)) {
        const ellipsis = style.textOverflow === 'ellipsis';
        if (!ellipsis) report('cut at the side', element, text);
        else if (!readableOtherwise(element)) report('shortened without a title', element, text);
        return;
      }
      if (beyondEnd && /hidden|clip/.test(style.overflowY)) {
        const clamped = style.webkitLineClamp !== 'none' && style.webkitLineClamp !== '';
        if (!clamped || !readableOtherwise(element)) report('cut at the end', element, text);
        return;
      }
      // Only the nearest block: further ones are allowed to be smaller than what hangs out of them on purpose.
      if (block && beyondSide && style.position !== 'static' && style.transform !== 'none') return;
      if (block && beyondSide) {
        report('stands out of its box', element, text);
        return;
      }
      block = false;
      if (style.position === 'fixed') break;
    }
    if (right > innerWidth + 1 || left < -1) report('outside the window', element, text);
  };

  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) found.add(`the page is ${scrollWidth - clientWidth} px wider than the window`);
  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    if (!(element instanceof HTMLElement)) continue;
    if (element instanceof HTMLInputElement) {
      const cut = element.scrollWidth > element.clientWidth + 1;
      const says = element.value === '' ? element.placeholder : element.value;
      if (cut && says !== '' && element.title === '' && isShown(element)) report('cut in its field', element, says);
      continue;
    }
    const texts = ownText(element);
    if (texts.length > 0 && isShown(element)) look(element, texts);
  }
  return [...found];
}
