import { Checkbox, Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateInput } from '#renderer/components/date-input.tsx';
import { Form } from '#renderer/components/form.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { joinWords } from '#renderer/lib/format.ts';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { type PermitKind, permitKinds, permitsSale } from '#shared/domain/projects/permits.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Permit, Project } from './project-types.ts';
import styles from './projects.module.css';

type PermitDrawerProps = { project: Project; permit: Permit | undefined; onClose: () => void };

/** Enters a certificate or corrects one: its number, its days and the buildings it covers. */
export function PermitDrawer({ project, permit, onClose }: PermitDrawerProps) {
  const { t } = useTranslation('projects');
  const { t: common } = useTranslation('common');
  const { t: labels } = useTranslation('labels');
  const today = useToday();
  const language = useLanguage();
  const [kind, setKind] = useState<PermitKind>(permit?.kind ?? 'preSalePermit');
  const [number, setNumber] = useState(permit?.number ?? '');
  const [issuedOn, setIssuedOn] = useState<LocalDate | null>(permit?.issuedOn ?? null);
  const [validTo, setValidTo] = useState<LocalDate | null>(permit?.validTo ?? null);
  const [chosen, setCovered] = useState<number[]>();
  const covered = chosen ?? coveredAtFirst(project, permit, kind);
  const done = (sentence: string) => () => {
    notifications.show({ message: sentence });
    onClose();
  };
  const add = useCommand(act.projects.addPermit, { onDone: done(t('permits.saved', { number })) });
  const update = useCommand(act.projects.updatePermit, { onDone: done(t('permits.changed', { number })) });
  const used = permit === undefined ? add : update;
  const save = () => {
    if (issuedOn === null) return;
    const facts = { number, issuedOn, validTo, buildingIds: covered };
    if (permit === undefined) void add.send({ projectId: project.id, kind, ...facts });
    else void update.send({ permitId: permit.id, version: permit.version, ...facts });
  };
  const moved = project.buildings
    .filter(
      ({ id, permitId }) => permitsSale(kind) && covered.includes(id) && permitId !== null && permitId !== permit?.id,
    )
    .map(({ name }) => name);
  const title = permit === undefined ? t('permits.addTitle') : t('permits.editTitle', { number: permit.number });
  return (
    <SideDrawer opened onClose={onClose} label={title} title={title} width={440}>
      <Form
        submitLabel={permit === undefined ? t('permits.button') : common('save')}
        onSubmit={save}
        onCancel={onClose}
        dirty={number !== (permit?.number ?? '') || issuedOn !== (permit?.issuedOn ?? null)}
        busy={used.pending}
      >
        <div className={styles.fields}>
          <Select
            label={t('permits.kind')}
            data={permitKinds.map((one) => ({ value: one, label: labels(`permitKinds.${one}`) }))}
            value={kind}
            allowDeselect={false}
            disabled={permit !== undefined}
            onChange={(one) => one !== null && setKind(one)}
          />
          <TextInput
            label={t('permits.number')}
            value={number}
            required
            maxLength={120}
            data-autofocus
            onChange={(event) => setNumber(event.currentTarget.value)}
          />
          <DateInput label={t('permits.issuedOn')} value={issuedOn} required to={today} onChange={setIssuedOn} />
          <DateInput
            label={t('permits.validTo')}
            value={validTo}
            placeholder={t('permits.noEnd')}
            {...(issuedOn === null ? {} : { from: issuedOn })}
            onChange={setValidTo}
          />
          <Checkbox.Group
            label={t('permits.covers')}
            description={
              project.buildings.length === 0
                ? t('permits.noBuildings')
                : t(permitsSale(kind) ? 'permits.coversHint' : 'permits.coversOther')
            }
            value={covered.map(String)}
            onChange={(ids) => setCovered(ids.map(Number))}
          >
            <div className={styles.buildings}>
              {project.buildings.map(({ id, name }) => (
                <Checkbox key={id} value={String(id)} label={name} />
              ))}
            </div>
            {permit !== undefined && permit.earlier.length > 0 && (
              <p className={styles.note}>{t('permits.earlier', { names: joinWords(permit.earlier, language) })}</p>
            )}
            {moved.length > 0 && (
              <p className={styles.note}>{t('permits.movedText', { names: joinWords(moved, language) })}</p>
            )}
          </Checkbox.Group>
          {used.refusal && <RefusalText refusal={used.refusal} />}
        </div>
      </Form>
    </SideDrawer>
  );
}

/** The buildings of the certificate; for a new pre-sale permit those that have none yet, which is mostly what it is for. */
function coveredAtFirst({ buildings }: Project, permit: Permit | undefined, kind: PermitKind): number[] {
  if (permit !== undefined) return permit.buildingIds;
  return buildings.filter(({ permitId }) => !permitsSale(kind) || permitId === null).map(({ id }) => id);
}
