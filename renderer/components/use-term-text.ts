import { useTranslation } from 'react-i18next';
import { contractFields, type FieldName } from '#shared/domain/contracts/fields/catalogue.ts';
import { area, areaToDecimal } from '#shared/kernel/area.ts';
import { fen, formatYuan } from '#shared/kernel/money.ts';
import { formatPercent } from '../lib/format.ts';

const TEN_THOUSANDTH_PPM = 100;
const CENTIMETRES = 100;

/** Gives what a blank of the contract holds in words; empty where it holds nothing. */
export function useTermText(): (name: FieldName, value: string | number | null) => string {
  const { t } = useTranslation('contractForm');
  const { t: words } = useTranslation('contracts');
  return (name, value) => {
    if (value === null) return '';
    const { kind } = contractFields[name];
    if (typeof value === 'string') return kind === 'choice' ? t(`options.${name}.${value}` as never) : value;
    switch (kind) {
      case 'money':
        return formatYuan(fen(value));
      case 'area':
        return `${areaToDecimal(area(value))} m²`;
      case 'height':
        return `${(value / CENTIMETRES).toFixed(2)} m`;
      case 'percent':
        return formatPercent(value);
      case 'dailyRate':
        return `${value / TEN_THOUSANDTH_PPM} (${words('ratePerDay')})`;
      default:
        return String(value);
    }
  };
}
