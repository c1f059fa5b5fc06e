import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ChangeShortcuts } from '#renderer/components/change-shortcuts.tsx';
import { Loaded } from '#renderer/components/data-states.tsx';
import { type Fact, Facts } from '#renderer/components/page.tsx';
import { PanelBlock, SidePanel } from '#renderer/components/panel.tsx';
import { QuoteList } from '#renderer/components/quote-list.tsx';
import { UnitStateBadge } from '#renderer/components/unit-state.tsx';
import { DateText } from '#renderer/components/values.tsx';
import { ask } from '#renderer/lib/office.ts';
import type { UnitDetail } from '../board/cell.ts';
import { pathOf } from '../board/path.ts';
import { PriceHistory } from './price-history.tsx';
import { UnitActions } from './unit-actions.tsx';
import { UnitClaims } from './unit-claims.tsx';
import { UnitHistory } from './unit-history.tsx';
import { UnitHome } from './unit-home.tsx';
import { UnitPath } from './unit-path.tsx';
import { UnitPrices } from './unit-prices.tsx';

type UnitDrawerProps = {
  unitId: number;
  /** Floors of the unit's building, where the page knows them. */
  topFloor?: number;
  /** Beside a board of the past: says that the drawer shows the present. */
  besidePast?: boolean;
  onClose: () => void;
};

/** One unit beside the board: where it stands, its prices, who has it, what can be done, what happened. */
export function UnitDrawer({ unitId, topFloor, besidePast, onClose }: UnitDrawerProps) {
  const { t } = useTranslation('units');
  const detail = useQuery(ask.units.detail({ unitId }));
  const unit = detail.data;
  const title = unit?.label ?? '…';
  return (
    <SidePanel
      width={356}
      label={t('drawer.label', { unit: title })}
      title={title}
      state={unit && <UnitStateBadge state={unit.cell.state} />}
      sub={unit ? <Identity unit={unit} topFloor={topFloor} note={besidePast ? t('drawer.nowNote') : ''} /> : '…'}
      onClose={onClose}
    >
      <Loaded query={detail} skeletonRows={12}>
        {(found) => (
          <>
            <UnitPath steps={pathOf(found.cell.state, found.cell.since, found.history)} />
            <UnitPrices unit={found} />
            <UnitClaims unit={found} />
            <UnitActions unit={found} />
            {found.subscription !== null && Object.keys(found.subscription.changes).length > 0 && (
              <PanelBlock>
                <ChangeShortcuts subscriptionId={found.subscription.id} changes={found.subscription.changes} />
              </PanelBlock>
            )}
            <UnitQuotes unitId={unitId} />
            <PanelBlock>
              <UnitFacts unit={found} />
            </PanelBlock>
            <UnitHome unit={found} />
            <PriceHistory unitId={unitId} />
            <UnitHistory history={found.history} />
          </>
        )}
      </Loaded>
    </SidePanel>
  );
}

function Identity({ unit, topFloor, note }: { unit: UnitDetail; topFloor: number | undefined; note: string }) {
  const { t } = useTranslation('units');
  const { t: labels } = useTranslation('labels');
  const { cell } = unit;
  const parts = [
    cell.houseType || labels(`unitUses.${cell.use}`),
    cell.orientation,
    topFloor === undefined
      ? t('drawer.floor', { floor: cell.floorName })
      : t('drawer.floorOf', { floor: cell.floorName, floors: topFloor }),
    note,
  ];
  return <>{parts.filter((part) => part !== '').join(' · ')}</>;
}

/** The purchase plans made of a unit, as far as one may see them; nothing where there are none. */
function UnitQuotes({ unitId }: { unitId: number }) {
  const session = useQuery(ask.session.current({}));
  const allowed = session.data?.state === 'open' && session.data.person.permissions.includes('subscriptions.read');
  const rows = useQuery({ ...ask.quotes.list({ of: 'unit', unitId }), enabled: allowed });
  if (rows.data === undefined || rows.data.length === 0) return null;
  return (
    <PanelBlock>
      <QuoteList rows={rows.data} beside="unit" />
    </PanelBlock>
  );
}

function UnitFacts({ unit }: { unit: UnitDetail }) {
  const { t } = useTranslation('units');
  const { cell, permitNumber, deliveryOn, legalState, postSaleState } = unit;
  const items: Fact[] = [
    { key: 'permit', label: t('drawer.permit'), value: permitNumber ?? t('sub.noPermit') },
    { key: 'legal', label: t('drawer.legal'), value: t(`legal.${legalState}`) },
    { key: 'delivery', label: t('drawer.delivery'), value: <DateText day={deliveryOn} /> },
  ];
  if (cell.encumbrance !== 'none')
    items.push({ key: 'encumbrance', label: t('drawer.encumbrance'), value: t(`encumbrance.${cell.encumbrance}`) });
  if (postSaleState !== 'none')
    items.push({ key: 'postSale', label: t('drawer.postSale'), value: t(`postSale.${postSaleState}`) });
  return <Facts items={items} />;
}
