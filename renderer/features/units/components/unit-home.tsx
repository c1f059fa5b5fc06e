import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Attachments } from '#renderer/components/attachments.tsx';
import { type Fact, Facts } from '#renderer/components/page.tsx';
import { PanelBlock, SideDrawer } from '#renderer/components/panel.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { formatArea, formatPercent } from '#renderer/lib/format.ts';
import { isSpace } from '#shared/domain/projects/garage.ts';
import { areaDifference } from '#shared/domain/units/home-facts.ts';
import { area } from '#shared/kernel/area.ts';
import type { UnitDetail } from '../board/cell.ts';
import { EditHome } from './edit-home.tsx';
import { MeasureHome } from './measure-home.tsx';

/** What the home is: its areas, decoration, survey and plans; corrected and measured by whoever may. */
export function UnitHome({ unit }: { unit: UnitDetail }) {
  const { t } = useTranslation('inventory');
  const [task, setTask] = useState<'edit' | 'measure' | 'plan'>();
  const { can, cell, houseTypeId, measured } = unit;
  const close = () => setTask(undefined);
  const edit = can['edit'];
  const items: Fact[] = [
    {
      key: 'shared',
      label: t('cells.sharedArea'),
      value: unit.sharedArea === null ? '–' : `${formatArea(unit.sharedArea)} m²`,
    },
    {
      key: 'decoration',
      label: t('cells.decoration'),
      value: unit.decoration === null ? t('noDecoration') : t(`decorations.${unit.decoration}`),
    },
  ];
  if (isSpace(cell.use))
    items.push({ key: 'spaceRight', label: t('home.spaceRight'), value: t(`spaceRights.${unit.spaceRight}`) });
  if (unit.spaceKind !== null)
    items.push({ key: 'spaceKind', label: t('cells.spaceKind'), value: t(`spaceKinds.${unit.spaceKind}`) });
  const sides = [unit.spaceLength, unit.spaceWidth, unit.spaceHeight];
  if (sides.some((side) => side !== null)) {
    const [length = '–', width = '–', height = '–'] = sides.map((side) =>
      side === null ? '–' : formatArea(area(side)),
    );
    items.push({ key: 'sides', label: t('home.spaceSides'), value: t('home.spaceSidesOf', { length, width, height }) });
  }
  if (measured !== null) {
    const { ppm } = areaDifference(cell.builtArea, measured.builtArea);
    items.push(
      {
        key: 'measured',
        label: t('home.measured'),
        value: t('home.measuredOf', {
          area: formatArea(measured.builtArea),
          percent: `${ppm > 0 ? '+' : ''}${formatPercent(ppm, 2)}`,
        }),
      },
      { key: 'survey', label: t('home.survey'), value: measured.survey.number },
    );
  }
  return (
    <PanelBlock>
      <Facts items={items} />
      <Group gap={8} mt={8}>
        {edit === true && (
          <Button variant="default" size="xs" onClick={() => setTask('edit')}>
            {t('home.edit')}
          </Button>
        )}
        {can['measure'] === true && (
          <Button variant="default" size="xs" onClick={() => setTask('measure')}>
            {t('home.measure')}
          </Button>
        )}
        {houseTypeId !== null && (
          <Button variant="default" size="xs" onClick={() => setTask('plan')}>
            {t('home.plan')}
          </Button>
        )}
      </Group>
      {edit !== undefined && edit !== true && <RefusalText refusal={edit} />}
      {task === 'edit' && <EditHome unit={unit} onClose={close} />}
      {task === 'measure' && <MeasureHome unit={unit} onClose={close} />}
      {task === 'plan' && houseTypeId !== null && (
        <SideDrawer
          opened
          onClose={close}
          label={t('types.plansOf', { name: cell.houseType })}
          title={t('home.plan')}
          sub={cell.houseType}
          width={640}
        >
          <PanelBlock>
            <Attachments noun="houseTypes" subjectId={houseTypeId} kind="plan" />
          </PanelBlock>
        </SideDrawer>
      )}
    </PanelBlock>
  );
}
