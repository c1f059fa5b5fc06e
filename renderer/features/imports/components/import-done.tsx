import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { imports } from '#shared/api/imports.ts';
import { ImportResult } from './import-result.tsx';

/** What an import wrote. */
export type Written = z.output<typeof imports.commit.output>;

/** The units that a price list brought, and what comes next. */
export function ImportDone({ written, onAgain }: { written: Written; onAgain: () => void }) {
  const { t } = useTranslation('imports');
  const { units, newUnits, changedUnits, builtArea, total, batch } = written;
  return (
    <ImportResult
      title={t('done.title', { count: units })}
      text={[
        t('done.text', { newUnits, changedUnits, builtArea, totalFen: total }),
        ...(batch === null ? [] : [t('done.batch', { count: batch.units, number: batch.number })]),
        t('done.next'),
      ]}
      ways={[
        ...(batch === null ? [] : [{ label: t('done.toBatch'), to: `/sales/prices/${batch.id}` }]),
        { label: t('done.toProject'), to: '/sales/project' },
        { label: t('done.toBoard'), to: '/sales/board' },
      ]}
      again={{ label: t('done.again'), onRun: onAgain }}
    />
  );
}
