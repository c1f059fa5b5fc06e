import type { privacy as privacyApi } from '#shared/api/privacy.ts';
import { readingWindows } from '#shared/domain/privacy/reading.ts';
import { readingMeasures } from '#shared/domain/privacy/states.ts';
import type { Handlers } from '../kernel/handlers.ts';
import type { Readings } from './readings.ts';

/** Handlers of personal data. */
export function privacyHandlers({ readings }: { readonly readings: Readings }): Handlers<typeof privacyApi> {
  return {
    mine: (context) => {
      const limits = context.setting('readingLimits');
      const { counts, above } = readings.countsOf(context);
      return {
        counts: readingWindows.flatMap((window) =>
          readingMeasures.map((measure) => ({
            measure,
            window,
            count: counts[window][measure],
            limit: limits[window][measure],
          })),
        ),
        above,
      };
    },
  };
}
