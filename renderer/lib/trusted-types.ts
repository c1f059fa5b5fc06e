type PolicyRules = {
  createHTML?: (text: string) => string;
  createScriptURL?: (url: string) => string;
};
type PolicyFactory = { createPolicy: (name: string, rules: PolicyRules) => unknown };

/** Style text: it may hold anything but what could begin a tag. */
export function onlyStyleText(text: string): string {
  if (text.includes('<')) throw new TypeError('HTML text is not written into the page; only style text is');
  return text;
}

/** The address of one of the page's own worker files, nothing else. */
export function onlyOwnWorker(url: string, base: string): string {
  const target = new URL(url, base);
  const own = new URL(base);
  const ours = target.protocol === own.protocol && target.host === own.host;
  if (!ours || !/\/[\w.-]*worker[\w.-]*\.m?js$/.test(target.pathname))
    throw new TypeError('Scripts are loaded only from the workers of this program');
  return target.href;
}

/**
 * Installs the page's one Trusted Types policy, under which the component library may write style text and the PDF
 * viewer may start its own worker; any other text that asks to become HTML or a script is refused. Must run first.
 */
export function installTrustedTypes(): void {
  const factory: PolicyFactory | undefined = Reflect.get(globalThis, 'trustedTypes');
  factory?.createPolicy('default', {
    createHTML: onlyStyleText,
    createScriptURL: (url) => onlyOwnWorker(url, document.baseURI),
  });
}
