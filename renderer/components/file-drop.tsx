import { IconUpload } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './file-drop.module.css';

type FileDropProps = {
  /** Names of kinds as file endings: `['pdf', 'jpg']`. */
  endings: readonly string[];
  maxMegabytes: number;
  multiple?: boolean;
  disabled?: boolean;
  onFiles: (files: File[]) => void;
  /** Opens a dialog of the caller's own instead of the page's. */
  onChoose?: () => void;
};

/** True when a file's name ends in one of the endings, whatever their case. */
export function hasEnding(name: string, endings: readonly string[]): boolean {
  return endings.some((ending) => name.toLowerCase().endsWith(`.${ending.toLowerCase()}`));
}

/** A place to drop files on or to choose them from. Kind and size are checked here for comfort, on the server for sure. */
export function FileDrop({ endings, maxMegabytes, multiple, disabled, onFiles, onChoose }: FileDropProps) {
  const { t } = useTranslation('parts');
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [problem, setProblem] = useState('');
  const take = (files: readonly File[]): void => {
    const chosen = multiple ? files : files.slice(0, 1);
    const wrong = chosen.find((file) => !hasEnding(file.name, endings));
    const large = chosen.find((file) => file.size > maxMegabytes * 1_048_576);
    if (wrong) setProblem(t('files.wrongKind', { name: wrong.name, kinds: endings.join(', ') }));
    else if (large) setProblem(t('files.tooLarge', { name: large.name, limit: maxMegabytes }));
    else setProblem('');
    // Of several files those that can be taken are; the one that cannot is named.
    const good = chosen.filter((file) => hasEnding(file.name, endings) && file.size <= maxMegabytes * 1_048_576);
    if (good.length > 0) onFiles(good);
  };
  return (
    <div>
      <div
        className={styles.zone}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(!disabled);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          if (!disabled) take([...event.dataTransfer.files]);
        }}
      >
        <IconUpload size={16} aria-hidden="true" />
        <span>
          {t('files.drop')}{' '}
          <button type="button" disabled={disabled} onClick={onChoose ?? (() => input.current?.click())}>
            {t('files.choose')}
          </button>
        </span>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={t('files.choose')}
          multiple={multiple}
          accept={endings.map((ending) => `.${ending}`).join(',')}
          onChange={(event) => {
            take([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
      </div>
      {problem !== '' && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
