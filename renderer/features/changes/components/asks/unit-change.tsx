import { Checkbox, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { DiscountFields } from '#renderer/components/discount-fields.tsx';
import { OptionButtons } from '#renderer/components/filters.tsx';
import styles from '#renderer/components/receive-drawer.module.css';
import { ask as questions } from '#renderer/lib/office.ts';
import { usePlanOptions } from '#renderer/lib/plan-title.ts';
import { type Adjustment, listedOf } from '#shared/domain/pricing/catalogue.ts';
import { unitLabel } from '#shared/domain/units/label.ts';
import type { AskForm } from './ask-form.ts';

/** The other home of a room change with its discounts and its way to pay, as the office offers them for it today. */
export const unitChangeForm: AskForm<'unitChange'> = {
  first: ({ row, planCode }) => ({
    kind: 'unitChange',
    unitId: row.unitId,
    adjustments: [],
    planCode,
    mortgageDisclosed: false,
  }),
  isChosen: ({ row }, { unitId }) => unitId !== row.unitId,
  Fields: function UnitChangeFields({ deal, ask, onAsk }) {
    const { t } = useTranslation('exits');
    const { t: subscriptions } = useTranslation('subscriptions');
    const optionsOf = usePlanOptions();
    const own = deal.row.unitId;
    const board = useQuery(questions.units.board({}));
    const offer = useQuery({
      ...questions.subscriptions.offer({ unitId: ask.unitId }),
      enabled: ask.unitId !== own,
    }).data;
    const homes = useMemo(() => {
      const buildings = new Map(board.data?.buildings.map(({ id, name }) => [id, name]));
      return (board.data?.units ?? [])
        .filter(({ id, state, mine }) => id !== own && (state === 'available' || (mine && state !== 'subscribed')))
        .map((cell) => ({
          value: String(cell.id),
          label: unitLabel({ ...cell, building: buildings.get(cell.buildingId) ?? '' }),
        }));
    }, [board.data, own]);
    const codes = ask.adjustments.flatMap((one) => (one.kind === 'listed' ? [one.code] : []));
    const byHand = ask.adjustments.filter((one): one is Adjustment => one.kind !== 'listed');
    const catalogue = offer?.discounts ?? [];
    return (
      <div className={styles.fields}>
        <Select
          label={t('target')}
          placeholder={t('targetHint')}
          data={homes}
          value={ask.unitId === own ? null : String(ask.unitId)}
          searchable
          required
          limit={60}
          nothingFoundMessage={t('targetNone')}
          onChange={(id) =>
            id !== null && onAsk({ ...ask, unitId: Number(id), adjustments: byHand, mortgageDisclosed: false })
          }
        />
        {offer !== undefined && ask.unitId !== own && (
          <>
            <DiscountFields
              catalogue={catalogue}
              chosen={codes}
              onChosen={(next) => onAsk({ ...ask, adjustments: [...listedOf(catalogue, next), ...byHand] })}
              byHand={byHand}
              onByHand={(next) => onAsk({ ...ask, adjustments: [...listedOf(catalogue, codes), ...next] })}
            />
            <OptionButtons
              label={t('planKind')}
              required
              options={optionsOf(offer.plans)}
              value={ask.planCode}
              onChange={(planCode) => onAsk({ ...ask, planCode })}
            />
            {offer.mortgaged && (
              <Checkbox
                label={subscriptions('mortgageDisclosed')}
                checked={ask.mortgageDisclosed}
                onChange={(event) => onAsk({ ...ask, mortgageDisclosed: event.currentTarget.checked })}
              />
            )}
          </>
        )}
      </div>
    );
  },
};
