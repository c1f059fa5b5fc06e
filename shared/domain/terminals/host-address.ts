/** Where a host is: a name or an address, and a port. */
export type HostAddress = { readonly address: string; readonly port: number };

const ipv4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;
const name = /^[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*$/i;
const ipv6 = /^[0-9a-f:.]*:[0-9a-f:.]*$/i;

/**
 * The address of a host as somebody typed it: `192.168.1.20:8443`, `FRONT-DESK`, `[fd00::7]:8443`, also with full-width
 * signs. Without a port the usual one. Undefined for what can be none.
 */
export function parseHostAddress(typed: string, usualPort: number): HostAddress | undefined {
  const text = typed
    .normalize('NFKC')
    .replaceAll('。', '.')
    .replace(/^\s*(https?|wss?):\/\//i, '')
    .replaceAll(/\s|\/+\s*$/g, '');
  const bracketed = /^\[([^\]]+)\](?::(\d+))?$/.exec(text);
  const colons = text.split(':').length - 1;
  const [address = '', port] =
    bracketed !== null ? [bracketed[1] ?? '', bracketed[2]] : colons > 1 ? [text, undefined] : text.split(':');
  const number = port === undefined ? usualPort : /^\d{1,5}$/.test(port) ? Number(port) : 0;
  if (number < 1 || number > 65_535 || address.length > 253) return undefined;
  return isAddress(address) ? { address, port: number } : undefined;
}

function isAddress(text: string): boolean {
  const parts = ipv4.exec(text);
  if (parts !== null) return parts.slice(1).every((part) => Number(part) <= 255);
  // Four numbers with one too large, or too few of them, is a mistyped address and no name.
  if (/^[\d.]+$/.test(text)) return false;
  if (!text.includes(':')) return name.test(text);
  return ipv6.test(text) && (text.includes('::') || text.split(':').length >= 7);
}

/** The address as it is shown and can be typed again. */
export function shownHostAddress({ address, port }: HostAddress): string {
  return `${address.includes(':') ? `[${address}]` : address}:${port}`;
}
