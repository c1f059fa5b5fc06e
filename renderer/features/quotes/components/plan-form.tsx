import { Checkbox, NumberInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { CustomerSelect } from '#renderer/components/customer-select.tsx';
import { DiscountFields } from '#renderer/components/discount-fields.tsx';
import { OptionButtons } from '#renderer/components/filters.tsx';
import { Form } from '#renderer/components/form.tsx';
import { FieldGroup } from '#renderer/components/page.tsx';
import { useDraft } from '#renderer/lib/drafts.ts';
import { refusalOf } from '#renderer/lib/error-sentence.ts';
import { act } from '#renderer/lib/office.ts';
import { usePlanTitle } from '#renderer/lib/plan-title.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { quotes } from '#shared/api/quotes.ts';
import { MOST_WAYS } from '#shared/domain/quotes/reckoning.ts';
import { homeOrders } from '#shared/domain/quotes/states.ts';
import { usePlan } from '../hooks/use-plan.ts';
import { firstPlanOrder, type PlanOrder, planOrderSchema, saveStep, withWay } from '../order.ts';
import { PlanResult } from './plan-result.tsx';
import styles from './quotes.module.css';

type Offer = z.output<typeof quotes.offer.output>;

type PlanFormProps = {
  unitId: number;
  offer: Offer;
  customerId: number | null;
  /** The drawing of the home. */
  picture: ReactNode;
  onCancel: () => void;
};

/** The form of a purchase plan beside what the office reckons of it. */
export function PlanForm({ unitId, offer, customerId, picture, onCancel }: PlanFormProps) {
  const { t } = useTranslation('quotes');
  const navigate = useNavigate();
  const client = useQueryClient();
  const first = firstPlanOrder(offer.plans, offer.loanYearsMost, customerId);
  const draft = useDraft(`quote.${unitId}.${customerId ?? 0}`, planOrderSchema, first);
  const { value: order, change, drop } = draft;
  const [tried, setTried] = useState(false);
  const { terms, plan, reckoning, error, again } = usePlan(unitId, order, offer.discounts);
  const create = useCommand(act.quotes.create, {
    onDone: ({ quoteId, number }) => {
      drop();
      notifications.show({ title: t('form.made', { number }), message: t('form.madeText') });
      void navigate({ to: `/sales/quotes/${quoteId}` as string });
    },
  });
  const missing = [
    ...(order.customerId === null ? [t('form.noCustomer')] : []),
    ...(order.ways.length === 0 ? [t('form.noWay')] : []),
  ];
  // The terms that are to be saved once the office has reckoned them; typing on takes the wish back.
  const [wanted, setWanted] = useState<typeof terms | null>(null);
  const waiting = wanted === terms;
  const submit = async (): Promise<void> => {
    setTried(true);
    const step = saveStep({ missing: missing.length, reckoning, plan });
    setWanted(step === 'wait' ? terms : null);
    if (step !== 'save' || plan === undefined || order.customerId === null) return;
    try {
      await create.sendOrThrow({ terms, customerId: order.customerId, shownPrice: plan.price });
    } catch (thrown) {
      // The office reckons another price now: the screen asks for it, and the person decides anew.
      if (refusalOf(thrown).code === 'PRICE_CHANGED')
        await client.invalidateQueries({ queryKey: ['quotes', 'reckon'] });
    }
  };
  const latest = useRef(submit);
  latest.current = submit;
  const reckoned = waiting && !reckoning;
  useEffect(() => {
    if (reckoned && error === null) void latest.current();
    else if (error !== null) setWanted(null);
  }, [reckoned, error]);
  return (
    <div className={styles.body}>
      <div className={styles.order}>
        <Form
          submitLabel={t('form.submit')}
          onSubmit={() => void submit()}
          onCancel={onCancel}
          busy={create.pending || waiting}
          error={create.refusal ?? (tried ? plan?.refusals[0] : undefined)}
        >
          <FieldGroup title={t('form.whom')}>
            <div className={styles.terms}>
              <CustomerSelect
                value={order.customerId}
                onChange={(chosen) => change({ customerId: chosen })}
                error={tried && order.customerId === null ? t('form.noCustomer') : undefined}
              />
              <OptionButtons
                label={t('form.homeOrder')}
                required
                numbered
                options={homeOrders.map((value) => ({ value, label: t(`form.homeOrders.${value}`) }))}
                value={order.homeOrder}
                onChange={(homeOrder) => change({ homeOrder })}
              />
            </div>
          </FieldGroup>
          <FieldGroup title={t('form.discounts')}>
            <DiscountFields
              catalogue={offer.discounts}
              chosen={order.discounts}
              onChosen={(discounts) => change({ discounts })}
              byHand={order.byHand}
              onByHand={(byHand) => change({ byHand })}
            />
          </FieldGroup>
          <FieldGroup title={t('form.ways')} hint={t('form.waysHint')}>
            <WaysField order={order} offer={offer} onChange={(ways) => change({ ways })} />
          </FieldGroup>
          <FieldGroup title={t('picture')}>{picture}</FieldGroup>
        </Form>
      </div>
      <PlanResult plan={plan} reckoning={reckoning} error={error} onRetry={again} missing={missing} />
    </div>
  );
}

type WaysFieldProps = { order: PlanOrder; offer: Offer; onChange: (ways: PlanOrder['ways']) => void };

/** Which ways stand side by side, and over how many years each lends. */
function WaysField({ order: { ways }, offer, onChange }: WaysFieldProps) {
  const { t } = useTranslation('quotes');
  const title = usePlanTitle();
  const full = ways.length >= MOST_WAYS;
  return (
    <div>
      {offer.plans.map(({ code, kind, label, lends }) => {
        const chosen = ways.find(({ planCode }) => planCode === code);
        const name = title({ planKind: kind, planName: label });
        return (
          <div key={code} className={styles.wayRow}>
            <Checkbox
              label={name}
              checked={chosen !== undefined}
              disabled={full && chosen === undefined}
              onChange={() => onChange(withWay(ways, code, offer.plans, offer.loanYearsMost))}
            />
            {lends && chosen !== undefined && (
              <NumberInput
                aria-label={t('form.years', { way: name })}
                size="sm"
                min={1}
                max={offer.loanYearsMost}
                allowDecimal={false}
                clampBehavior="strict"
                suffix={` ${t('form.yearsShort')}`}
                value={chosen.loanYears}
                onChange={(loanYears) => {
                  if (typeof loanYears !== 'number' || loanYears < 1) return;
                  onChange(ways.map((one) => (one.planCode === code ? { ...one, loanYears } : one)));
                }}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}
