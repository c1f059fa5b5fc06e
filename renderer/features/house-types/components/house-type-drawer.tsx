import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { AreaInput } from '#renderer/components/amount-inputs.tsx';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { Form } from '#renderer/components/form.tsx';
import { FieldRow } from '#renderer/components/page.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { houseTypes } from '#shared/api/house-types.ts';
import { unitUses } from '#shared/domain/units/states.ts';

/** A house type as the list has it. */
export type HouseType = z.output<typeof houseTypes.list.output>[number];

type Facts = Omit<HouseType, 'id' | 'units' | 'available' | 'plans' | 'version' | 'can'>;

const blank: Facts = {
  name: '',
  use: 'home',
  rooms: '',
  builtFromArea: null,
  builtToArea: null,
  innerFromArea: null,
  innerToArea: null,
  orientation: '',
  highlights: '',
};

/** Enters a house type or corrects one. */
export function HouseTypeDrawer({ type, onClose }: { type: HouseType | undefined; onClose: () => void }) {
  const { t } = useTranslation('inventory');
  const { t: common } = useTranslation('common');
  const { t: labels } = useTranslation('labels');
  const [facts, setFacts] = useState<Facts>(() => (type === undefined ? blank : factsOf(type)));
  const change = (part: Partial<Facts>) => setFacts((now) => ({ ...now, ...part }));
  const done = (sentence: string) => {
    notifications.show({ message: sentence });
    onClose();
  };
  const save = useCommand(act.houseTypes.save, { onDone: () => done(t('types.saved', { name: facts.name })) });
  const remove = useCommand(act.houseTypes.remove, {
    onDone: () => done(t('types.removed', { name: type?.name ?? '' })),
  });
  const askRemove = (one: HouseType) =>
    confirmAct({
      title: t('types.removeTitle', { name: one.name }),
      consequence: t('types.removeText'),
      confirmLabel: t('types.remove'),
      danger: true,
      onConfirm: () => remove.sendOrThrow({ houseTypeId: one.id, version: one.version }),
    });
  const title = type === undefined ? t('types.add') : t('types.editTitle', { name: type.name });
  const removal = type?.can['remove'];
  return (
    <SideDrawer opened onClose={onClose} label={title} title={title} width={460}>
      <Form
        submitLabel={common('save')}
        onSubmit={() => void save.send({ houseTypeId: type?.id ?? null, version: type?.version ?? null, ...facts })}
        onCancel={onClose}
        dirty={JSON.stringify(facts) !== JSON.stringify(type === undefined ? blank : factsOf(type))}
        busy={save.pending}
        note={
          type !== undefined &&
          removal === true && (
            <Button variant="subtle" color="seal" size="compact-sm" onClick={() => askRemove(type)}>
              {t('types.remove')}
            </Button>
          )
        }
      >
        <FieldRow columns="1fr 140px">
          <TextInput
            label={t('types.name')}
            value={facts.name}
            required
            maxLength={60}
            data-autofocus
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <Select
            label={t('types.use')}
            data={unitUses.map((use) => ({ value: use, label: labels(`unitUses.${use}`) }))}
            value={facts.use}
            allowDeselect={false}
            onChange={(use) => use !== null && change({ use })}
          />
        </FieldRow>
        <FieldRow columns="1fr 140px">
          <TextInput
            label={t('types.rooms')}
            placeholder={t('types.roomsHint')}
            value={facts.rooms}
            maxLength={60}
            onChange={(event) => change({ rooms: event.currentTarget.value })}
          />
          <TextInput
            label={t('types.orientation')}
            value={facts.orientation}
            maxLength={60}
            onChange={(event) => change({ orientation: event.currentTarget.value })}
          />
        </FieldRow>
        <FieldRow columns="1fr 1fr">
          <AreaInput
            label={`${t('types.builtFrom')} m²`}
            value={facts.builtFromArea}
            onChange={(builtFromArea) => change({ builtFromArea })}
          />
          <AreaInput
            label={`${t('types.builtTo')} m²`}
            value={facts.builtToArea}
            onChange={(builtToArea) => change({ builtToArea })}
          />
        </FieldRow>
        <FieldRow columns="1fr 1fr">
          <AreaInput
            label={`${t('types.innerFrom')} m²`}
            value={facts.innerFromArea}
            onChange={(innerFromArea) => change({ innerFromArea })}
          />
          <AreaInput
            label={`${t('types.innerTo')} m²`}
            value={facts.innerToArea}
            onChange={(innerToArea) => change({ innerToArea })}
          />
        </FieldRow>
        <Textarea
          label={t('types.highlights')}
          value={facts.highlights}
          maxLength={2000}
          autosize
          minRows={3}
          onChange={(event) => change({ highlights: event.currentTarget.value })}
        />
        {save.refusal && <RefusalText refusal={save.refusal} />}
        {removal !== undefined && removal !== true && removal.code !== 'FORBIDDEN' && <RefusalText refusal={removal} />}
      </Form>
    </SideDrawer>
  );
}

function factsOf(type: HouseType): Facts {
  const { id: _id, units: _units, available: _available, plans: _plans, version: _version, can: _can, ...facts } = type;
  return facts;
}
