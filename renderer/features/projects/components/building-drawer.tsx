import { Checkbox, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BuildingPapers } from '#renderer/components/building-papers.tsx';
import { DateInput } from '#renderer/components/date-input.tsx';
import { Form } from '#renderer/components/form.tsx';
import { PanelBlock, SideDrawer } from '#renderer/components/panel.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { act } from '#renderer/lib/office.ts';
import { usePerson } from '#renderer/lib/person.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { permitsSale } from '#shared/domain/projects/permits.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Building, Project } from './project-types.ts';
import styles from './projects.module.css';

type BuildingDrawerProps = { project: Project; building: Building; onClose: () => void };

/** Edits the facts of a building on which its release and its sales depend. */
export function BuildingDrawer({ project, building, onClose }: BuildingDrawerProps) {
  const { t } = useTranslation('projects');
  const { t: common } = useTranslation('common');
  const person = usePerson();
  const [permitId, setPermitId] = useState(building.permitId);
  const [published, setPublished] = useState<LocalDate | null>(building.pricesPublishedOn);
  const [mortgaged, setMortgaged] = useState(building.mortgaged);
  const [consent, setConsent] = useState<LocalDate | null>(building.lenderConsentOn);
  const [consentTo, setConsentTo] = useState<LocalDate | null>(building.lenderConsentTo);
  const [phaseId, setPhaseId] = useState(building.phaseId);
  const [delivery, setDelivery] = useState<LocalDate | null>(building.deliveryOn);
  const { name } = building;
  const update = useCommand(act.projects.updateBuilding, {
    onDone: () => {
      notifications.show({ message: t('buildings.saved', { name }) });
      onClose();
    },
  });
  const save = () =>
    void update.send({
      buildingId: building.id,
      version: building.version,
      permitId,
      pricesPublishedOn: published,
      mortgaged,
      lenderConsentOn: mortgaged ? consent : null,
      lenderConsentTo: mortgaged && consent !== null ? consentTo : null,
      phaseId,
      deliveryOn: delivery,
    });
  const dirty =
    permitId !== building.permitId ||
    published !== building.pricesPublishedOn ||
    mortgaged !== building.mortgaged ||
    consent !== building.lenderConsentOn ||
    consentTo !== building.lenderConsentTo ||
    phaseId !== building.phaseId ||
    delivery !== building.deliveryOn;
  const title = t('buildings.editTitle', { name });
  return (
    <SideDrawer opened onClose={onClose} label={title} title={title} width={440}>
      <Form submitLabel={common('save')} onSubmit={save} onCancel={onClose} dirty={dirty} busy={update.pending}>
        <div className={styles.fields}>
          {project.phases.length > 0 && (
            <Select
              label={t('buildings.phase')}
              data={project.phases.map(({ id, name: phase }) => ({ value: String(id), label: phase }))}
              value={phaseId === null ? null : String(phaseId)}
              placeholder={t('buildings.noPhase')}
              clearable
              onChange={(id) => setPhaseId(id === null ? null : Number(id))}
            />
          )}
          <Select
            label={t('buildings.permit')}
            data={project.permits
              .filter(({ kind }) => permitsSale(kind))
              .map(({ id, number }) => ({ value: String(id), label: number }))}
            value={permitId === null ? null : String(permitId)}
            placeholder={t('buildings.noPermit')}
            clearable
            onChange={(id) => setPermitId(id === null ? null : Number(id))}
          />
          <DateInput
            label={t('buildings.publishedOn')}
            description={t('buildings.publishedHint')}
            value={published}
            onChange={setPublished}
          />
          <Checkbox
            label={t('buildings.mortgageOn')}
            checked={mortgaged}
            onChange={(event) => setMortgaged(event.currentTarget.checked)}
          />
          {mortgaged && (
            <DateInput
              label={t('buildings.consent')}
              description={t('buildings.consentHint')}
              value={consent}
              onChange={setConsent}
            />
          )}
          {mortgaged && consent !== null && (
            <DateInput
              label={t('buildings.consentTo')}
              description={t('buildings.consentToHint')}
              value={consentTo}
              from={consent}
              onChange={setConsentTo}
            />
          )}
          <DateInput
            label={t('buildings.delivery')}
            description={t('buildings.deliveryHint')}
            value={delivery}
            onChange={setDelivery}
          />
          {update.refusal && <RefusalText refusal={update.refusal} />}
        </div>
      </Form>
      {person.may('prices.read') && (
        <PanelBlock>
          <h3>{t('buildings.notice')}</h3>
          <BuildingPapers buildingId={building.id} permitted={building.permitId !== null} />
        </PanelBlock>
      )}
    </SideDrawer>
  );
}
