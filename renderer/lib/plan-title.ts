import { useTranslation } from 'react-i18next';
import { type NamedPlan, planTitle } from '#shared/domain/plans/naming.ts';
import type { PlanKind } from '#shared/domain/plans/states.ts';

/** A payment plan in words of the reader's language: its kind, and its own name where it has one. */
export function usePlanTitle(): (plan: Pick<NamedPlan, 'planKind' | 'planName'>) => string {
  const { t } = useTranslation('labels');
  return (plan) => planTitle(t(`planKinds.${plan.planKind}`), plan);
}

type Offered = { readonly code: string; readonly kind: PlanKind; readonly label: string };

/** The plans that the office offers, as options to choose one of. */
export function usePlanOptions(): (plans: readonly Offered[]) => { value: string; label: string }[] {
  const title = usePlanTitle();
  return (plans) =>
    plans.map(({ code, kind, label }) => ({ value: code, label: title({ planKind: kind, planName: label }) }));
}
