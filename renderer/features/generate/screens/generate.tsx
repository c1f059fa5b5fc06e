import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { Page, PageHeader } from '#renderer/components/page.tsx';
import { Wizard } from '#renderer/components/wizard.tsx';
import { refusalSentence } from '#renderer/lib/error-sentence.ts';
import { joinWords } from '#renderer/lib/format.ts';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { act, ask } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { type UnitPattern } from '#shared/domain/units/generate.ts';
import { PatternFloors } from '../components/pattern-floors.tsx';
import { PatternPreview } from '../components/pattern-preview.tsx';
import { PatternRooms } from '../components/pattern-rooms.tsx';
import { emptyDraft, floorsOf, type PatternDraft, patternOf, wordsOf } from '../pattern-draft.ts';

/** Homes made from a pattern: buildings and floors, rooms of a floor, a look at what comes of it, and then all at once. */
export function GenerateScreen() {
  const { t } = useTranslation('inventory');
  const navigate = useNavigate();
  const [made, setMade] = useState<number>();
  return (
    <Page header={<PageHeader title={t('generate.title')} sub={t('generate.sub')} />}>
      {made === undefined ? (
        <GenerateSteps onMade={setMade} />
      ) : (
        <EmptyState
          whole
          title={t('generate.done', { count: made })}
          text={t('generate.doneText')}
          action={
            <>
              <Button onClick={() => void navigate({ to: '/sales/board' as string })}>{t('generate.toBoard')}</Button>{' '}
              <Button variant="default" onClick={() => void navigate({ to: '/sales/import' as string })}>
                {t('generate.toImport')}
              </Button>{' '}
              <Button variant="default" onClick={() => setMade(undefined)}>
                {t('generate.again')}
              </Button>
            </>
          }
        />
      )}
    </Page>
  );
}

function GenerateSteps({ onMade }: { onMade: (units: number) => void }) {
  const { t } = useTranslation('inventory');
  const language = useLanguage();
  const [draft, setDraft] = useState<PatternDraft>(emptyDraft);
  const [at, setAt] = useState(0);
  const change = (part: Partial<PatternDraft>) => setDraft((now) => ({ ...now, ...part }));
  const pattern = patternOf(draft);
  const preview = useQuery({
    ...ask.imports.previewPattern({ pattern: pattern ?? nothing }),
    enabled: at === 2 && pattern !== undefined,
    placeholderData: (before) => before,
  });
  const generate = useCommand(act.imports.generate, { onDone: ({ units }) => onMade(units) });
  const found = preview.data;
  const count = found?.units ?? 0;
  const askFirst = (chosen: UnitPattern) =>
    confirmAct({
      title: t('generate.confirmTitle', { count }),
      consequence: t('generate.confirmText', { buildings: joinWords(chosen.buildings, language) }),
      confirmLabel: t('generate.confirm'),
      onConfirm: () => generate.sendOrThrow({ pattern: chosen }),
    });
  const floorsRead = floorsOf(draft) !== undefined;
  const steps = [
    {
      key: 'floors',
      label: t('generate.steps.floors'),
      content: <PatternFloors draft={draft} onChange={change} />,
      ready: floorsRead && wordsOf(draft.buildings).length > 0,
      note: draft.toFloor !== '' && !floorsRead && t('generate.floorsWrong'),
    },
    {
      key: 'rooms',
      label: t('generate.steps.rooms'),
      content: <PatternRooms entrances={draft.entrances} onChange={(entrances) => change({ entrances })} />,
      ready: pattern !== undefined,
      note: pattern === undefined && t('generate.columnsNeeded'),
    },
    {
      key: 'check',
      label: t('generate.steps.check'),
      content: pattern && (
        <PatternPreview
          pattern={pattern}
          newBuildings={found?.newBuildings ?? []}
          refusal={found?.refusal ?? null}
          onLeftOut={(leftOut) => change({ leftOut })}
        />
      ),
      ready: found !== undefined && found.refusal === null && !preview.isPlaceholderData,
      note: generate.refusal
        ? refusalSentence(generate.refusal, language)
        : found !== undefined && found.refusal === null && t('generate.preview', { count }),
      flush: true,
    },
  ];
  return (
    <Wizard
      steps={steps}
      at={at}
      onMove={(step) => {
        generate.reset();
        setAt(step);
      }}
      finishLabel={t('generate.confirm')}
      onFinish={() => pattern !== undefined && askFirst(pattern)}
      busy={generate.pending}
    />
  );
}

/** Stands in the question that is not asked while the pattern is not complete. */
const nothing: UnitPattern = {
  buildings: [],
  entrances: [],
  fromFloor: 1,
  toFloor: 1,
  skipped: [],
  named: [],
  floorInRoom: true,
  leftOut: [],
};
