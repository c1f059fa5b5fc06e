import { Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AreaInput } from '#renderer/components/amount-inputs.tsx';
import { Form } from '#renderer/components/form.tsx';
import { FieldRow } from '#renderer/components/page.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { act, ask } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { isSpace } from '#shared/domain/projects/garage.ts';
import { decorations } from '#shared/domain/projects/house-types.ts';
import { noSpaceFacts, spaceKinds } from '#shared/domain/units/space-facts.ts';
import { spaceRights } from '#shared/domain/units/space-rights.ts';
import { unitUses } from '#shared/domain/units/states.ts';
import type { Area } from '#shared/kernel/area.ts';
import type { UnitDetail } from '../board/cell.ts';

const sides = ['spaceLength', 'spaceWidth', 'spaceHeight'] as const;

/** Corrects what a home is; its prices change in batches. */
export function EditHome({ unit, onClose }: { unit: UnitDetail; onClose: () => void }) {
  const { t } = useTranslation('inventory');
  const { t: common } = useTranslation('common');
  const { t: labels } = useTranslation('labels');
  const types = useQuery(ask.houseTypes.list({}));
  const { cell } = unit;
  const stood = {
    use: cell.use,
    houseTypeId: unit.houseTypeId,
    houseType: cell.houseType,
    orientation: cell.orientation,
    decoration: unit.decoration,
    spaceRight: unit.spaceRight,
    spaceKind: unit.spaceKind,
    spaceLength: unit.spaceLength as Area | null,
    spaceWidth: unit.spaceWidth as Area | null,
    spaceHeight: unit.spaceHeight as Area | null,
    builtArea: cell.builtArea as Area | null,
    innerArea: cell.innerArea,
    sharedArea: unit.sharedArea,
  };
  const [facts, setFacts] = useState(stood);
  const change = (part: Partial<typeof stood>) => setFacts((now) => ({ ...now, ...part }));
  const update = useCommand(act.units.update, {
    onDone: () => {
      notifications.show({ message: t('home.saved', { unit: unit.label }) });
      onClose();
    },
  });
  const save = () => {
    const { builtArea } = facts;
    // What is no space any more has none of what a space has.
    const space = isSpace(facts.use) ? (facts.use === 'parking' ? {} : { spaceKind: null }) : noSpaceFacts;
    if (builtArea !== null) void update.send({ unitId: cell.id, version: unit.version, ...facts, ...space, builtArea });
  };
  const chooseType = (id: string | null) => {
    const type = types.data?.find((one) => String(one.id) === id);
    change(type === undefined ? { houseTypeId: null } : { houseTypeId: type.id, houseType: type.name, use: type.use });
  };
  const title = t('home.editTitle', { unit: unit.label });
  return (
    <SideDrawer opened onClose={onClose} label={title} title={title} width={440}>
      <Form
        submitLabel={common('save')}
        onSubmit={save}
        onCancel={onClose}
        dirty={JSON.stringify(facts) !== JSON.stringify(stood)}
        busy={update.pending}
      >
        <FieldRow columns="1fr 140px">
          <Select
            label={t('home.type')}
            placeholder={t('home.noType')}
            data={(types.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
            value={facts.houseTypeId === null ? null : String(facts.houseTypeId)}
            clearable
            onChange={chooseType}
          />
          <Select
            label={t('cells.use')}
            data={unitUses.map((use) => ({ value: use, label: labels(`unitUses.${use}`) }))}
            value={facts.use}
            allowDeselect={false}
            onChange={(use) => use !== null && change({ use })}
          />
        </FieldRow>
        <FieldRow columns="1fr 140px">
          <TextInput
            label={t('home.printed')}
            value={facts.houseType}
            maxLength={60}
            onChange={(event) => change({ houseType: event.currentTarget.value })}
          />
          <TextInput
            label={t('cells.orientation')}
            value={facts.orientation}
            maxLength={60}
            onChange={(event) => change({ orientation: event.currentTarget.value })}
          />
        </FieldRow>
        <Select
          label={t('cells.decoration')}
          placeholder={t('noDecoration')}
          data={decorations.map((one) => ({ value: one, label: t(`decorations.${one}`) }))}
          value={facts.decoration}
          clearable
          onChange={(decoration) => change({ decoration })}
        />
        {isSpace(facts.use) && (
          <Select
            label={t('home.spaceRight')}
            data={spaceRights.map((one) => ({ value: one, label: t(`spaceRights.${one}`) }))}
            value={facts.spaceRight}
            allowDeselect={false}
            onChange={(spaceRight) => spaceRight !== null && change({ spaceRight })}
          />
        )}
        {facts.use === 'parking' && (
          <Select
            label={t('cells.spaceKind')}
            placeholder={t('noDecoration')}
            data={spaceKinds.map((one) => ({ value: one, label: t(`spaceKinds.${one}`) }))}
            value={facts.spaceKind}
            clearable
            onChange={(spaceKind) => change({ spaceKind })}
          />
        )}
        {isSpace(facts.use) && (
          <FieldRow columns="1fr 1fr 1fr">
            {sides.map((side) => (
              <AreaInput
                key={side}
                label={`${t(`cells.${side}`)} m`}
                value={facts[side]}
                onChange={(value) => change({ [side]: value })}
              />
            ))}
          </FieldRow>
        )}
        <AreaInput
          label={`${t('cells.builtArea')} m²`}
          value={facts.builtArea}
          required
          onChange={(builtArea) => change({ builtArea })}
        />
        <FieldRow columns="1fr 1fr">
          <AreaInput
            label={`${t('cells.innerArea')} m²`}
            value={facts.innerArea}
            onChange={(innerArea) => change({ innerArea })}
          />
          <AreaInput
            label={`${t('cells.sharedArea')} m²`}
            value={facts.sharedArea}
            onChange={(sharedArea) => change({ sharedArea })}
          />
        </FieldRow>
        {update.refusal && <RefusalText refusal={update.refusal} />}
      </Form>
    </SideDrawer>
  );
}
