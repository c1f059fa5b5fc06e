import { useTranslation } from 'react-i18next';
import { checkDocumentNumber, type IdentityKind } from '#shared/kernel/identity-number.ts';
import { checkPhone, dialable, phoneDigits } from '#shared/kernel/phone.ts';
import { useToday } from '../lib/clock.tsx';
import { formatPhone } from '../lib/format.ts';
import styles from './fields.module.css';
import { type FieldProps, TypedInput } from './typed-input.tsx';

type PhoneInputProps = FieldProps<string> & {
  /** The 22 px number of the reception desk. */
  large?: boolean;
  /** Whatever can be dialled, also landlines and numbers of a form not known here; else mobiles only. */
  anyKind?: boolean;
  /** Hears the text while it is typed, so that a half number already narrows a list. */
  onText?: (text: string) => void;
};

/** A phone number, reported in its stored form while it is typed; shown in groups, with the count of digits. */
export function PhoneInput({ large, anyKind, ...field }: PhoneInputProps) {
  const { t } = useTranslation('parts');
  return (
    <TypedInput
      {...field}
      className={large ? styles.large : undefined}
      inputMode="tel"
      maxLength={30}
      rightSectionWidth={60}
      aside={(text) => {
        const count = phoneDigits(text).length;
        return count > 0 && <span className={styles.suffix}>{t('form.phoneDigits', { count })}</span>;
      }}
      read={(text) => {
        const check = checkPhone(text);
        if (check.normal === '') return { value: null };
        const value = anyKind ? dialable(text) : check.ok && check.kind === 'mobile' ? check.normal : undefined;
        return value === undefined
          ? { problem: t(anyKind ? 'form.phoneNotDialable' : 'form.phoneInvalid') }
          : { value };
      }}
      write={formatPhone}
    />
  );
}

/**
 * The number of an identity document. A mistyped identity card (check digit, birthday) is refused; what is merely odd,
 * such as a place that the standard does not list or another document's form, is said under the field and taken.
 */
export function IdentityInput({ kind = 'identityCard', ...field }: FieldProps<string> & { kind?: IdentityKind }) {
  const { t } = useTranslation('parts');
  const today = useToday();
  const check = checkDocumentNumber(kind, field.value ?? '', today);
  const [warning] = check.warnings;
  const odd = check.normal === '' || kind === 'identityCard' || check.ok ? warning : 'unusualForm';
  return (
    <div>
      <TypedInput
        {...field}
        maxLength={60}
        read={(text) => {
          const typed = checkDocumentNumber(kind, text, today);
          if (typed.normal === '') return { value: null };
          return typed.ok || kind !== 'identityCard' ? { value: typed.normal } : { problem: t('form.identityInvalid') };
        }}
        write={(value) => value}
      />
      <span className={styles.warning} role="status">
        {odd !== undefined && t(`form.identityWarnings.${odd}`)}
      </span>
    </div>
  );
}
