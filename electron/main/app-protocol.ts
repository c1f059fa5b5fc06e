import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { contentSecurityPolicy, noncePlaceholder } from './content-security.ts';

/** The program's own scheme: no `file:` and no server. Registered before the app is ready. */
export const appScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
} as const;

/** The only origin that is the program. */
export const appOrigin = 'app://sales';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/** The file an address of the program means; undefined for another host or a way out of the folder. */
export function fileOf(address: string, root: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (`${url.protocol}//${url.host}` !== appOrigin) return undefined;
  const pathname = decode(url.pathname);
  if (pathname === undefined || pathname.includes('\0')) return undefined;
  const file = path.resolve(root, `.${pathname === '/' ? '/index.html' : pathname}`);
  return file.startsWith(path.resolve(root) + path.sep) ? file : undefined;
}

/** Where the page finds the typefaces that the papers are set in too. */
const fontsAddress = `${appOrigin}/fonts/`;

/**
 * Serves the built page and its files from one folder, each with the policy, and pages with a nonce of their own; what is
 * asked below `/fonts/` from the folder of typefaces.
 */
export function appProtocolHandler(
  root: string,
  fonts: string,
  newNonce: () => string,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const { url } = request;
    const file = url.startsWith(fontsAddress)
      ? fileOf(`${appOrigin}/${url.slice(fontsAddress.length)}`, fonts)
      : fileOf(url, root);
    const type = file === undefined ? undefined : contentTypes[path.extname(file).toLowerCase()];
    if (request.method !== 'GET' || file === undefined) return refusal(404);
    const nonce = newNonce();
    const headers = {
      'Content-Type': type ?? 'application/octet-stream',
      'Content-Security-Policy': contentSecurityPolicy(nonce),
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-cache',
    };
    try {
      const bytes = new Uint8Array(await readFile(file));
      if (!file.endsWith('.html')) return new Response(bytes, { headers });
      const page = new TextDecoder().decode(bytes).replaceAll(noncePlaceholder, nonce);
      return new Response(page, { headers });
    } catch {
      return refusal(404);
    }
  };
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: { 'Content-Security-Policy': "default-src 'none'" } });
}

function decode(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}
