import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { AreaInput } from '#renderer/components/amount-inputs.tsx';
import { ask } from '#renderer/lib/office.ts';
import { decorations } from '#shared/domain/projects/house-types.ts';
import { unitUses } from '#shared/domain/units/states.ts';
import { type EntranceDraft, newEntrance, newRoom, type RoomDraft } from '../pattern-draft.ts';
import styles from './generate.module.css';

type RoomsProps = { entrances: readonly EntranceDraft[]; onChange: (entrances: readonly EntranceDraft[]) => void };

/** The entrances, and the rooms that every floor of each has. */
export function PatternRooms({ entrances, onChange }: RoomsProps) {
  const { t } = useTranslation('inventory');
  const replace = (key: number, part: Partial<EntranceDraft>) =>
    onChange(entrances.map((one) => (one.key === key ? { ...one, ...part } : one)));
  return (
    <div className={styles.rooms}>
      {entrances.map((entrance) => (
        <Entrance
          key={entrance.key}
          entrance={entrance}
          onChange={(part) => replace(entrance.key, part)}
          onRemove={
            entrances.length === 1 ? undefined : () => onChange(entrances.filter(({ key }) => key !== entrance.key))
          }
        />
      ))}
      <div>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} />}
          disabled={entrances.length >= 12}
          onClick={() => onChange([...entrances, newEntrance(entrances)])}
        >
          {t('generate.addEntrance')}
        </Button>
      </div>
    </div>
  );
}

type EntranceProps = {
  entrance: EntranceDraft;
  onChange: (part: Partial<EntranceDraft>) => void;
  onRemove: (() => void) | undefined;
};

function Entrance({ entrance, onChange, onRemove }: EntranceProps) {
  const { t } = useTranslation('inventory');
  const { name, rooms } = entrance;
  const heads = ['room', 'use', 'type', 'orientation', 'decoration', 'built', 'inner'] as const;
  const words = {
    room: t('generate.room'),
    use: t('cells.use'),
    type: t('cells.houseType'),
    orientation: t('cells.orientation'),
    decoration: t('cells.decoration'),
    built: `${t('cells.builtArea')} m²`,
    inner: `${t('cells.innerArea')} m²`,
  };
  return (
    <fieldset className={styles.entrance} aria-label={t('generate.roomsOf', { entrance: name })}>
      <div className={styles.entranceHead}>
        <TextInput
          size="xs"
          w={140}
          aria-label={t('generate.entrance')}
          value={name}
          maxLength={20}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        {onRemove && (
          <Button variant="subtle" color="seal" size="compact-sm" onClick={onRemove}>
            {t('generate.removeEntrance', { name })}
          </Button>
        )}
      </div>
      <table className={styles.table}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" className={head === 'built' || head === 'inner' ? styles.right : undefined}>
                {words[head]}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {rooms.map((room) => (
            <Room
              key={room.key}
              room={room}
              onChange={(part) =>
                onChange({ rooms: rooms.map((one) => (one.key === room.key ? { ...one, ...part } : one)) })
              }
              onRemove={
                rooms.length === 1 ? undefined : () => onChange({ rooms: rooms.filter(({ key }) => key !== room.key) })
              }
            />
          ))}
        </tbody>
      </table>
      <div>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          disabled={rooms.length >= 40}
          onClick={() => onChange({ rooms: [...rooms, newRoom(rooms)] })}
        >
          {t('generate.addRoom')}
        </Button>
      </div>
    </fieldset>
  );
}

type RoomProps = {
  room: RoomDraft;
  onChange: (part: Partial<RoomDraft>) => void;
  onRemove: (() => void) | undefined;
};

function Room({ room, onChange, onRemove }: RoomProps) {
  const { t } = useTranslation('inventory');
  const { t: labels } = useTranslation('labels');
  const types = useQuery(ask.houseTypes.list({}));
  const choose = (name: string | null) => {
    const type = types.data?.find((one) => one.name === name);
    if (type === undefined) onChange({ houseTypeId: null, houseType: '' });
    else
      onChange({
        houseTypeId: type.id,
        houseType: type.name,
        use: type.use,
        orientation: room.orientation || type.orientation,
        builtArea: room.builtArea ?? (type.builtFromArea === type.builtToArea ? type.builtFromArea : null),
        innerArea: room.innerArea ?? (type.innerFromArea === type.innerToArea ? type.innerFromArea : null),
      });
  };
  return (
    <tr>
      <td>
        <TextInput
          size="xs"
          w={70}
          aria-label={t('generate.room')}
          value={room.room}
          maxLength={8}
          onChange={(event) => onChange({ room: event.currentTarget.value })}
        />
      </td>
      <td>
        <Select
          size="xs"
          w={100}
          aria-label={t('cells.use')}
          data={unitUses.map((use) => ({ value: use, label: labels(`unitUses.${use}`) }))}
          value={room.use}
          allowDeselect={false}
          onChange={(use) => use !== null && onChange({ use })}
        />
      </td>
      <td>
        <Select
          size="xs"
          w={140}
          aria-label={t('cells.houseType')}
          placeholder={t('home.noType')}
          data={(types.data ?? []).map(({ name }) => name)}
          value={room.houseTypeId === null ? null : room.houseType}
          clearable
          onChange={choose}
        />
      </td>
      <td>
        <TextInput
          size="xs"
          w={90}
          aria-label={t('cells.orientation')}
          value={room.orientation}
          maxLength={60}
          onChange={(event) => onChange({ orientation: event.currentTarget.value })}
        />
      </td>
      <td>
        <Select
          size="xs"
          w={110}
          aria-label={t('cells.decoration')}
          placeholder={t('noDecoration')}
          data={decorations.map((one) => ({ value: one, label: t(`decorations.${one}`) }))}
          value={room.decoration}
          clearable
          onChange={(decoration) => onChange({ decoration })}
        />
      </td>
      <td>
        <AreaInput
          size="xs"
          label={t('cells.builtArea')}
          value={room.builtArea}
          onChange={(builtArea) => onChange({ builtArea })}
        />
      </td>
      <td>
        <AreaInput
          size="xs"
          label={t('cells.innerArea')}
          value={room.innerArea}
          onChange={(innerArea) => onChange({ innerArea })}
        />
      </td>
      <td>
        {onRemove && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t('generate.removeRoom', { room: room.room })}
            onClick={onRemove}
          >
            <IconX size={14} />
          </ActionIcon>
        )}
      </td>
    </tr>
  );
}
