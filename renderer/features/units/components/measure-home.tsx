import { Button, Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AreaInput } from '#renderer/components/amount-inputs.tsx';
import { DateInput } from '#renderer/components/date-input.tsx';
import { Form } from '#renderer/components/form.tsx';
import { FieldRow } from '#renderer/components/page.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { act, ask } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { Area } from '#shared/kernel/area.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { UnitDetail } from '../board/cell.ts';

const NEW = 'new';

/** Enters the areas of a home by a survey report, which is entered with them when it is the first of it. */
export function MeasureHome({ unit, onClose }: { unit: UnitDetail; onClose: () => void }) {
  const { t } = useTranslation('inventory');
  const { t: common } = useTranslation('common');
  const today = useToday();
  const project = useQuery(ask.projects.detail({}));
  const surveys = project.data?.surveys ?? [];
  const { cell, measured } = unit;
  const [chosen, setChosen] = useState<string | null>(measured === null ? null : String(measured.survey.id));
  const [number, setNumber] = useState('');
  const [surveyor, setSurveyor] = useState('');
  const [surveyedOn, setSurveyedOn] = useState<LocalDate | null>(null);
  const [builtArea, setBuilt] = useState<Area | null>(measured?.builtArea ?? null);
  const [innerArea, setInner] = useState<Area | null>(measured?.innerArea ?? null);
  const [sharedArea, setShared] = useState<Area | null>(measured?.sharedArea ?? null);
  const enter = useCommand(act.projects.saveSurvey);
  const measure = useCommand(act.units.measure, {
    onDone: () => {
      notifications.show({ message: t('home.measureSaved', { unit: unit.label }) });
      onClose();
    },
  });
  const which = chosen ?? (surveys.length === 0 ? NEW : null);
  const surveyId = async (): Promise<number | undefined> => {
    if (which !== NEW) return which === null ? undefined : Number(which);
    if (surveyedOn === null) return undefined;
    return (await enter.send({ surveyId: null, version: null, number, surveyor, surveyedOn }))?.surveyId;
  };
  const save = async (): Promise<void> => {
    const id = await surveyId();
    if (id === undefined || builtArea === null) return;
    setChosen(String(id));
    const areas = { surveyId: id, builtArea, innerArea, sharedArea };
    await measure.send({ unitId: cell.id, version: unit.version, measured: areas });
  };
  const refusal = enter.refusal ?? measure.refusal;
  const title = t('home.measureTitle', { unit: unit.label });
  return (
    <SideDrawer opened onClose={onClose} label={title} title={title} width={440}>
      <Form
        submitLabel={common('save')}
        onSubmit={() => void save()}
        onCancel={onClose}
        dirty={builtArea !== (measured?.builtArea ?? null) || number !== ''}
        busy={enter.pending || measure.pending}
        note={
          measured !== null && (
            <Button
              variant="subtle"
              color="seal"
              size="compact-sm"
              onClick={() => void measure.send({ unitId: cell.id, version: unit.version, measured: null })}
            >
              {t('home.measureClear')}
            </Button>
          )
        }
      >
        <Select
          label={t('home.survey')}
          data={[
            ...surveys.map((survey) => ({ value: String(survey.id), label: survey.number })),
            { value: NEW, label: t('home.surveyNew') },
          ]}
          value={which}
          required
          allowDeselect={false}
          onChange={setChosen}
        />
        {which === NEW && (
          <>
            <FieldRow columns="1fr 150px">
              <TextInput
                label={t('home.number')}
                value={number}
                required
                maxLength={120}
                onChange={(event) => setNumber(event.currentTarget.value)}
              />
              <DateInput label={t('home.surveyedOn')} value={surveyedOn} required to={today} onChange={setSurveyedOn} />
            </FieldRow>
            <TextInput
              label={t('home.surveyor')}
              value={surveyor}
              required
              maxLength={120}
              onChange={(event) => setSurveyor(event.currentTarget.value)}
            />
          </>
        )}
        <AreaInput
          label={`${t('cells.measuredBuiltArea')} m²`}
          description={t('home.measureHint')}
          value={builtArea}
          required
          onChange={setBuilt}
        />
        <FieldRow columns="1fr 1fr">
          <AreaInput label={`${t('cells.measuredInnerArea')} m²`} value={innerArea} onChange={setInner} />
          <AreaInput label={`${t('cells.measuredSharedArea')} m²`} value={sharedArea} onChange={setShared} />
        </FieldRow>
        {refusal && <RefusalText refusal={refusal} />}
      </Form>
    </SideDrawer>
  );
}
