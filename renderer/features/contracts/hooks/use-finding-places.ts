import { useMemo } from 'react';
import type { PdfPlace } from '#renderer/components/use-page-marks.ts';
import type { ContractDetail } from '../contract-types.ts';
import { placeKey, wordsOfFinding } from '../page-places.ts';
import { useFindingSentence } from './use-finding-sentence.ts';

/** What the check found of a contract, as places on its pages: each once, with all that is said of it. */
export function useFindingPlaces(detail: ContractDetail | undefined): readonly PdfPlace[] | undefined {
  const sentence = useFindingSentence();
  return useMemo(() => {
    if (detail === undefined || detail.row.signedOn !== null) return undefined;
    const places = new Map<string, PdfPlace>();
    for (const one of [...detail.preflight.open, ...detail.preflight.warnings]) {
      const wanted = wordsOfFinding(one, detail);
      if (wanted.length === 0) continue;
      const key = placeKey(one);
      const before = places.get(key);
      // What blocks comes first and gives the place its colour.
      const tone = before?.tone ?? (one.level === 'block' ? 'seal' : 'amber');
      const label = before === undefined ? sentence(one) : `${before.label}\n${sentence(one)}`;
      places.set(key, { wanted, key, label, tone });
    }
    return [...places.values()];
  }, [detail, sentence]);
}
