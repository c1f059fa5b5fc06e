import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FileDrop } from '#renderer/components/file-drop.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { refusalOf } from '#renderer/lib/error-sentence.ts';
import { thisPc } from '#renderer/lib/office.ts';
import { LARGEST_ROWS } from '#shared/domain/imports/reading.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import styles from './imports.module.css';

/** What travels to the office at most, in MB of file. */
const LARGEST_MEGABYTES = 22;

/** The place for a price list: dropped here, or chosen in the system's dialog. */
export function ChooseFile({ onFile, failed }: { onFile: (file: File) => Promise<void>; failed: unknown }) {
  const { t } = useTranslation('imports');
  const [refusal, setRefusal] = useState<Refusal>();
  const take = (file: File): void => {
    setRefusal(undefined);
    onFile(file).catch(() => setRefusal({ code: 'DEVICE' }));
  };
  const choose = async (): Promise<void> => {
    const { file } = await (await thisPc()).files.openSpreadsheet({});
    if (file === null) return;
    if (file.size > LARGEST_MEGABYTES * 1_048_576)
      setRefusal({ code: 'FILE_TOO_LARGE', params: { largestMib: LARGEST_MEGABYTES } });
    else take(file);
  };
  const shown = refusal ?? (failed === null ? undefined : refusalOf(failed));
  return (
    <div className={styles.choose}>
      <h2>{t('chooseTitle')}</h2>
      <p>{t('chooseText')}</p>
      <FileDrop
        endings={['xlsx', 'xls', 'csv']}
        maxMegabytes={LARGEST_MEGABYTES}
        onFiles={([file]) => file && take(file)}
        onChoose={() => void choose().catch((error: unknown) => setRefusal(refusalOf(error)))}
      />
      <p>{t('chooseLimit', { rows: LARGEST_ROWS, size: LARGEST_MEGABYTES })}</p>
      {shown && (
        <div className={styles.refusal} role="alert">
          <RefusalText refusal={shown} />
        </div>
      )}
    </div>
  );
}
