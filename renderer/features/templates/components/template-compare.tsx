import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '#renderer/components/data-states.tsx';
import { ScrollArea } from '#renderer/components/page.tsx';
import { TextChanges } from '#renderer/components/text-changes.tsx';
import { ask } from '#renderer/lib/office.ts';
import type { ContractText } from '#shared/domain/contracts/text/contract-text.ts';
import type { TemplateDetail } from '../template-types.ts';
import styles from './templates.module.css';

const WORDING = 'wording';

/** A version beside another one: what each article of it says otherwise, word by word. */
export function TemplateCompare({ detail, text }: { detail: TemplateDetail; text: ContractText }) {
  const { t } = useTranslation('templates');
  const list = useQuery(ask.templates.list({}));
  const versions = list.data?.find(({ form }) => form === detail.form)?.versions ?? [];
  const others = versions.filter(({ templateId }) => templateId !== null && templateId !== detail.row.templateId);
  const [picked, setPicked] = useState<string>();
  const current = others.find(({ inForce }) => inForce)?.templateId;
  const chosen = picked ?? (current === undefined || current === null ? WORDING : String(current));
  const before = useQuery(
    ask.templates.detail({ form: detail.form, templateId: chosen === WORDING ? null : Number(chosen) }),
  );
  return (
    <ScrollArea label={t('compare')}>
      <div className={styles.compare}>
        <Select
          label={t('compareWith')}
          w={320}
          data={[
            { value: WORDING, label: t('wording') },
            ...others.map(({ templateId, number, name }) => ({
              value: String(templateId),
              label: `${t('version', { number })} · ${name}`,
            })),
          ]}
          value={chosen}
          allowDeselect={false}
          onChange={(value) => setPicked(value ?? undefined)}
        />
        <Loaded query={before}>{(found) => <TextChanges before={found.text} after={text} />}</Loaded>
      </div>
    </ScrollArea>
  );
}
