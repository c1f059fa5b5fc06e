import { NumberInput, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MoneyInput } from '#renderer/components/amount-inputs.tsx';
import { FieldGroup } from '#renderer/components/page.tsx';
import { posts } from '#shared/domain/accounts/posts.ts';
import { approvalKinds } from '#shared/domain/approvals/kinds.ts';
import type { ApprovalPolicy, ApprovalRule } from '#shared/domain/approvals/policy.ts';
import { fen } from '#shared/kernel/money.ts';
import styles from './settings.module.css';
import { PercentInput } from './value-editor.tsx';

/** How far each post's word reaches, request by request. The last step of a ladder has no limit. */
export function AuthorityEditor({
  value,
  onChange,
}: {
  value: ApprovalPolicy;
  onChange: (value: ApprovalPolicy) => void;
}) {
  const { t } = useTranslation('settings');
  const { t: labels } = useTranslation('labels');
  const putLimit = (kind: keyof ApprovalPolicy['rules'], rule: ApprovalRule, index: number, limit: number) =>
    onChange({
      ...value,
      rules: {
        ...value.rules,
        [kind]: { ...rule, steps: rule.steps.map((step, at) => (at === index ? { ...step, limit } : step)) },
      },
    });
  return (
    <div className={styles.group}>
      <Select
        label={t('approval.floorPost')}
        data={posts.map((post) => ({ value: post, label: labels(`posts.${post}`) }))}
        value={value.floorPost}
        allowDeselect={false}
        onChange={(floorPost) => floorPost !== null && onChange({ ...value, floorPost })}
      />
      {approvalKinds.map((kind) => {
        const rule = value.rules[kind];
        return (
          <FieldGroup key={kind} title={t(`approval.kinds.${kind}`)} hint={t(`approval.measures.${rule.measure}`)}>
            <div className={styles.steps}>
              {rule.steps.map(({ post, limit }, index) => (
                <LimitInput
                  key={post}
                  label={labels(`posts.${post}`)}
                  measure={rule.measure}
                  limit={limit}
                  onChange={(next) => putLimit(kind, rule, index, next)}
                />
              ))}
            </div>
          </FieldGroup>
        );
      })}
    </div>
  );
}

type LimitInputProps = {
  label: string;
  measure: ApprovalRule['measure'];
  limit: number | null;
  onChange: (limit: number) => void;
};

function LimitInput({ label, measure, limit, onChange }: LimitInputProps) {
  const { t } = useTranslation('settings');
  if (limit === null)
    return (
      <p className={styles.unlimited}>
        {label} <b>{t('unlimited')}</b>
      </p>
    );
  if (measure === 'ppmBelowList') return <PercentInput label={label} value={limit} onChange={onChange} />;
  if (measure === 'fen')
    return <MoneyInput label={label} value={fen(limit)} onChange={(next) => next !== null && onChange(next)} />;
  return (
    <NumberInput
      label={label}
      value={limit}
      min={0}
      allowDecimal={false}
      onChange={(next) => typeof next === 'number' && onChange(next)}
    />
  );
}
