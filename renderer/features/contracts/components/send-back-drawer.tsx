import { Button, CloseButton, Select, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '#renderer/components/form.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { DefectPlace } from '#shared/domain/contracts/defects.ts';
import type { ContractDetail } from '../contract-types.ts';
import { useDefectPlaces } from '../hooks/use-defect-places.ts';
import styles from './contract-panel.module.css';

type Defect = { readonly key: number; readonly kind: string; readonly place: string; readonly text: string };

const fresh = (key: number): Defect => ({ key, kind: '', place: 'terms', text: '' });

/** Returns a contract to whoever drafted it, with each thing that is wrong: of what kind, and at which clause or field. */
export function SendBackDrawer({ detail, onClose }: { detail: ContractDetail; onClose: () => void }) {
  const { t } = useTranslation('contracts');
  const [defects, setDefects] = useState<readonly Defect[]>([fresh(1)]);
  const [opinion, setOpinion] = useState('');
  const send = useCommand(act.contracts.sendBack, { onDone: onClose });
  const { row, version, defectKinds } = detail;
  const places = useDefectPlaces(detail.text);
  const kinds = useMemo(() => defectKinds.map(({ code, label }) => ({ value: code, label })), [defectKinds]);
  const change = (key: number, part: Partial<Defect>) =>
    setDefects((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const title = t('sendBackTitle', { number: row.number });
  const named = defects.flatMap(({ kind, place, text }) => {
    const found: DefectPlace | undefined = places.placeOf(place);
    return text.trim() === '' || found === undefined ? [] : [{ kind, ...found, text: text.trim() }];
  });
  return (
    <SideDrawer opened width={640} label={title} title={title} onClose={onClose}>
      <Form
        submitLabel={t('actions.sendBack')}
        onCancel={onClose}
        dirty={named.length > 0 || opinion !== ''}
        busy={send.pending}
        error={send.refusal}
        onSubmit={() => void send.send({ contractId: row.id, version, opinion: opinion.trim(), defects: named })}
      >
        <div className={styles.fields}>
          <p className={styles.hint}>{t('sendBackHint')}</p>
          {defects.map(({ key, kind, place, text }, index) => (
            <fieldset key={key} className={styles.defect} aria-label={t('defectNth', { nth: index + 1 })}>
              {kinds.length > 0 && (
                <Select
                  label={t('defectKind')}
                  placeholder={t('defectKindChoose')}
                  required={index === 0 || text.trim() !== ''}
                  data-autofocus={index === 0 || undefined}
                  data={kinds}
                  value={kind === '' ? null : kind}
                  onChange={(value) => change(key, { kind: value ?? '' })}
                />
              )}
              <Select
                label={t('defectPlace')}
                searchable
                data={places.options}
                value={place}
                allowDeselect={false}
                nothingFoundMessage={t('defectPlaceNone')}
                onChange={(value) => value !== null && change(key, { place: value })}
              />
              {defects.length > 1 && (
                <CloseButton
                  mt={22}
                  aria-label={t('removeDefect')}
                  onClick={() => setDefects((all) => all.filter((one) => one.key !== key))}
                />
              )}
              <TextInput
                className={styles.wide}
                label={t('defect')}
                placeholder={t('defectText')}
                maxLength={200}
                required={index === 0}
                value={text}
                onChange={(event) => change(key, { text: event.currentTarget.value })}
              />
            </fieldset>
          ))}
          <div>
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => setDefects((all) => [...all, fresh(Math.max(...all.map((one) => one.key)) + 1)])}
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
