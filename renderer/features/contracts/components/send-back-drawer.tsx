import { Button, CloseButton, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '#renderer/components/form.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { type ContractPart, contractParts } from '#shared/domain/contracts/review.ts';
import type { ContractDetail } from '../contract-types.ts';
import styles from './contract-panel.module.css';

type Defect = { readonly key: number; readonly part: ContractPart; readonly text: string };

/** Returns a contract to whoever drafted it, with each thing that is wrong. */
export function SendBackDrawer({ detail, onClose }: { detail: ContractDetail; onClose: () => void }) {
  const { t } = useTranslation('contracts');
  const [defects, setDefects] = useState<readonly Defect[]>([{ key: 1, part: 'terms', text: '' }]);
  const [opinion, setOpinion] = useState('');
  const send = useCommand(act.contracts.sendBack, { onDone: onClose });
  const { row, version } = detail;
  const change = (key: number, part: Partial<Defect>) =>
    setDefects((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const title = t('sendBackTitle', { number: row.number });
  const named = defects.filter(({ text }) => text.trim() !== '');
  return (
    <SideDrawer opened width={560} label={title} title={title} onClose={onClose}>
      <Form
        submitLabel={t('actions.sendBack')}
        onCancel={onClose}
        dirty={named.length > 0 || opinion !== ''}
        busy={send.pending}
        error={send.refusal}
        onSubmit={() =>
          void send.send({
            contractId: row.id,
            version,
            opinion: opinion.trim(),
            defects: named.map(({ part, text }) => ({ part, text: text.trim() })),
          })
        }
      >
        <div className={styles.fields}>
          <p className={styles.hint}>{t('sendBackHint')}</p>
          {defects.map(({ key, part, text }, index) => (
            <div key={key} className={styles.defect}>
              <Select
                label={index === 0 ? t('part') : undefined}
                aria-label={t('part')}
                data={contractParts.map((one) => ({ value: one, label: t(`parts.${one}`) }))}
                value={part}
                allowDeselect={false}
                onChange={(value) => {
                  const chosen = contractParts.find((one) => one === value);
                  if (chosen !== undefined) change(key, { part: chosen });
                }}
              />
              <TextInput
                label={index === 0 ? t('defect') : undefined}
                aria-label={t('defect')}
                placeholder={t('defectText')}
                maxLength={200}
                required={index === 0}
                data-autofocus={index === 0 || undefined}
                value={text}
                onChange={(event) => change(key, { text: event.currentTarget.value })}
              />
              {defects.length > 1 && (
                <CloseButton
                  mt={index === 0 ? 22 : 0}
                  aria-label={t('removeDefect')}
                  onClick={() => setDefects((all) => all.filter((one) => one.key !== key))}
                />
              )}
            </div>
          ))}
          <div>
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() =>
                setDefects((all) => [
                  ...all,
                  { key: Math.max(...all.map((one) => one.key)) + 1, part: 'terms', text: '' },
                ])
              }
            >
              {t('addDefect')}
            </Button>
          </div>
          <TextInput
            label={t('opinion')}
            maxLength={500}
            value={opinion}
            onChange={(event) => setOpinion(event.currentTarget.value)}
          />
        </div>
      </Form>
    </SideDrawer>
  );
}
