/** True when somebody answered whom the pinned authority has not signed, as Node's TLS says it. */
export function isImpostor(error: Error): boolean {
  const code = 'code' in error ? String(error.code) : '';
  return /^(UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|CERT_|ERR_TLS_CERT)/.test(code);
}
