import { generate } from 'selfsigned';

/** A host's certificate as a test serves it: an authority of its own, and a leaf that it signed. */
export type TestAuthority = {
  /** What a terminal pins. */
  readonly authority: string;
  readonly cert: string;
  readonly key: string;
};

/** Makes an authority and its leaf for this PC. */
export async function testAuthority(name = 'Test office'): Promise<TestAuthority> {
  const usual = { keyType: 'ec', curve: 'P-256', algorithm: 'sha256' } as const;
  const ca = await generate([{ name: 'commonName', value: name }], {
    ...usual,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, digitalSignature: true, critical: true },
    ],
  });
  const leaf = await generate([{ name: 'commonName', value: 'localhost' }], {
    ...usual,
    ca: { key: ca.private, cert: ca.cert },
    extensions: [
      { name: 'basicConstraints', cA: false },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return { authority: ca.cert, cert: `${leaf.cert}\n${ca.cert}`, key: leaf.private };
}
