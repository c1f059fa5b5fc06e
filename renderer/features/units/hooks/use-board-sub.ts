import { useTranslation } from 'react-i18next';
import { useBuildingsText } from '#renderer/components/use-buildings-text.ts';
import { isGarage } from '#shared/domain/projects/garage.ts';
import type { BoardStore } from '../board/store.ts';

/**
 * The line beside the title: a building with its size and permit, or the project when no building is given. The phase
 * stands in the building's tab.
 */
export function useBoardSub(store: BoardStore, buildingId: number | undefined): string {
  const { t } = useTranslation('units');
  const buildingsText = useBuildingsText();
  const building = store.buildings().find(({ id }) => id === buildingId);
  if (building === undefined)
    return t('sub.project', {
      project: store.projectName(),
      buildings: buildingsText(store.buildings().map(({ id }) => ({ garage: isGarage(store.cells(id)) }))),
      units: t('board.units', { count: store.cells().length }),
    });
  const { entrances, floors } = store.layout(building.id);
  const size = {
    entrances: t('sub.entrances', { count: entrances.length }),
    floors: t('sub.floors', { count: floors }),
    units: t('board.units', { count: store.cells(building.id).length }),
  };
  return [
    building.name,
    entrances.length > 1 ? t('sub.sizeOfEntrances', size) : t('sub.size', size),
    building.permitNumber === null ? t('sub.noPermit') : t('sub.permit', { permit: building.permitNumber }),
  ].join(' · ');
}
