import { useQuery } from '@tanstack/react-query';
import { ask } from '../lib/office.ts';
import { SubjectPapers } from './subject-papers.tsx';

type BuildingPapersProps = {
  buildingId: number /** A building that may be sold has a notice, too. */;
  permitted: boolean;
};

/** The papers that list the prices of a building: what is published, the office's own list, and that with floor prices. */
export function BuildingPapers({ buildingId, permitted }: BuildingPapersProps) {
  const choices = useQuery(ask.prices.choices({}));
  const kinds = [
    ...(permitted ? (['priceNotice'] as const) : []),
    'priceList' as const,
    ...(choices.data?.seesFloorPrice === true ? (['floorPriceList'] as const) : []),
  ];
  return <SubjectPapers noun="buildings" subjectId={buildingId} kinds={kinds} renews />;
}
