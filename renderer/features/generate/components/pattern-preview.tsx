import { useTranslation } from 'react-i18next';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { formatArea, joinWords } from '#renderer/lib/format.ts';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { floorsOfPattern, placeInPattern, roomNumber, type UnitPattern } from '#shared/domain/units/generate.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import styles from './generate.module.css';

type PreviewProps = {
  pattern: UnitPattern;
  newBuildings: readonly string[];
  refusal: Refusal | null;
  onLeftOut: (places: readonly string[]) => void;
};

/** The homes of the first building as the board will show them, floors down, rooms across; a click leaves a place empty. */
export function PatternPreview({ pattern, newBuildings, refusal, onLeftOut }: PreviewProps) {
  const { t } = useTranslation('inventory');
  const language = useLanguage();
  const [building = '', ...others] = pattern.buildings;
  const floors = floorsOfPattern(pattern).toReversed();
  const empty = new Set(pattern.leftOut);
  const toggle = (place: string) =>
    onLeftOut(empty.has(place) ? pattern.leftOut.filter((one) => one !== place) : [...pattern.leftOut, place]);
  return (
    <div className={styles.preview}>
      <p>
        {t('generate.previewHint')}
        {newBuildings.length > 0 && ` ${t('generate.previewNew', { names: joinWords(newBuildings, language) })}`}
      </p>
      {refusal !== null && (
        <div role="alert">
          <RefusalText refusal={refusal} />
        </div>
      )}
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('generate.grid', { building })}>
        <table className={styles.grid} aria-label={t('generate.grid', { building })}>
          <thead>
            <tr>
              <th scope="col">{building}</th>
              {pattern.entrances.map(({ name, columns }) => (
                <th key={name} scope="colgroup" colSpan={columns.length}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {floors.map(({ floor, name: floorName }) => (
              <tr key={floor}>
                <th scope="row">{floorName}</th>
                {pattern.entrances.flatMap(({ name, columns }) =>
                  columns.map(({ room, builtArea, houseType }) => {
                    const place = placeInPattern(name, floor, room);
                    const number = roomNumber(pattern, floorName, room);
                    const out = empty.has(place);
                    return (
                      <td key={place}>
                        <button
                          type="button"
                          className={styles.cell}
                          data-out={out || undefined}
                          aria-pressed={out}
                          aria-label={t(out ? 'generate.putBack' : 'generate.leaveOut', { room: number })}
                          onClick={() => toggle(place)}
                        >
                          <b>{number}</b>
                          <span>{[houseType, formatArea(builtArea)].filter((part) => part !== '').join(' ')}</span>
                        </button>
                      </td>
                    );
                  }),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {others.length > 0 && <p>{t('generate.more', { names: joinWords(others, language) })}</p>}
    </div>
  );
}
