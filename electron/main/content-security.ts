/** Stands in the built page where the nonce of each load goes; the build writes it. */
export const noncePlaceholder = '__ZHIYE_NONCE__';

/**
 * The page's policy for one load. Styles: our files, and style elements with the nonce (the component library makes
 * some). Scripts: our files, no inline, no eval, no WebAssembly. One Trusted Types policy, `default`, made by the page.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}
