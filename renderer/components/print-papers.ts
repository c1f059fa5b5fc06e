import styles from './print-papers.module.css';

/**
 * Prints sheets through the system's dialog. They are white whatever the screen is, and go when it is done. What is printed
 * leaves the office: whoever calls this has it on record first.
 */
export function printPapers(sheets: readonly HTMLElement[]): void {
  const name = styles['sheet'] ?? '';
  for (const left of document.querySelectorAll(`body > .${name}`)) left.remove();
  for (const sheet of sheets) {
    sheet.classList.add(name);
    sheet.setAttribute('aria-hidden', 'true');
  }
  document.body.append(...sheets);
  const root = document.documentElement.dataset;
  const scheme = root['mantineColorScheme'];
  const lighten = (): void => {
    root['mantineColorScheme'] = 'light';
  };
  const restore = (): void => {
    window.removeEventListener('beforeprint', lighten);
    if (scheme !== undefined) root['mantineColorScheme'] = scheme;
    for (const sheet of sheets) sheet.remove();
  };
  window.addEventListener('beforeprint', lighten, { once: true });
  window.addEventListener('afterprint', restore, { once: true });
  window.print();
}
