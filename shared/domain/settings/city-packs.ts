/** City packs: the defaults of settings that differ by city (domain.md 4.16). `general` holds the national ones. */
export const cityPacks = ['chongqing', 'general'] as const;
/** Name of a city pack. */
export type CityPack = (typeof cityPacks)[number];
