/**
 * The nonce this page was served with; style elements made later carry it. The page has it on
 * `<meta property="csp-nonce" nonce="…">`, the place Vite reads it from too. Empty where there is no policy.
 */
export function styleNonce(): string {
  const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');
  return meta?.nonce || meta?.getAttribute('nonce') || '';
}

/** Hands the nonce to the scroll lock of dialogs, which looks for it under the bundlers' common name. */
export function publishStyleNonce(): void {
  const nonce = styleNonce();
  if (nonce !== '') Reflect.set(globalThis, '__webpack_nonce__', nonce);
}
