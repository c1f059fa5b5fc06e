import { useTranslation } from 'react-i18next';

/** Counts buildings as people do, the garages beside them: `3 栋 1 个车库`, `3 buildings, 1 garage`. */
export function useBuildingsText(): (buildings: readonly { readonly garage: boolean }[]) => string {
  const { t } = useTranslation('parts');
  return (all) => {
    const garages = all.filter(({ garage }) => garage).length;
    const buildings = t('count.buildings', { count: all.length - garages });
    if (garages === 0) return buildings;
    const beside = t('count.garages', { count: garages });
    return garages === all.length ? beside : t('count.withGarages', { buildings, garages: beside });
  };
}
