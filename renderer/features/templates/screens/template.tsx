import { ActionIcon, SegmentedControl, TextInput, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { ActionBar } from '#renderer/components/action-bar.tsx';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { Loaded } from '#renderer/components/data-states.tsx';
import { Page, PageHeader } from '#renderer/components/page.tsx';
import { RefusalBox } from '#renderer/components/refusal-text.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { useAddressState, useRecordId } from '#renderer/lib/address.ts';
import { useHotkey } from '#renderer/lib/hotkeys.ts';
import { act, ask } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { checkTemplate } from '#shared/domain/contracts/templates/check.ts';
import { contractForms } from '#shared/domain/contracts/text/forms.ts';
import { TemplateBadge } from '../components/template-badge.tsx';
import { TemplateCompare } from '../components/template-compare.tsx';
import { ApproveDrawer, CopyDrawer } from '../components/template-drawers.tsx';
import { TemplateEditor } from '../components/template-editor.tsx';
import { TemplatePreview } from '../components/template-preview.tsx';
import styles from '../components/templates.module.css';
import { useAutosave } from '../hooks/use-autosave.ts';
import { useTextHistory } from '../hooks/use-text-history.ts';
import type { TemplateDetail } from '../template-types.ts';

const views = ['editor', 'compare', 'preview'] as const;
const address = z.object({
  form: z.enum(contractForms).default('presaleHome').catch('presaleHome'),
  view: z.enum(views).default('editor').catch('editor'),
});

/** One version of a contract text: its articles, what it changes, its pages, and the acts. Number 0 is the program's own. */
export function TemplateScreen() {
  const id = useRecordId('templateId');
  const [{ form }] = useAddressState(address);
  const detail = useQuery(ask.templates.detail({ form, templateId: id === 0 ? null : id }));
  return (
    <Loaded query={detail} whole>
      {(found) => <OpenTemplate key={`${form} ${id} ${found.row.state}`} detail={found} />}
    </Loaded>
  );
}

type Opened = 'copy' | 'approve';

function OpenTemplate({ detail }: { detail: TemplateDetail }) {
  const { t } = useTranslation('templates');
  const [{ view }, change] = useAddressState(address);
  const [opened, setOpened] = useState<Opened>();
  const [name, setName] = useState(detail.row.name);
  const navigate = useNavigate();
  const history = useTextHistory(detail.text);
  const { form, row, base, can } = detail;
  const mayEdit = can['edit'] === true;
  const savable = name.trim() !== '' && checkTemplate(history.text, base).every(({ stops }) => stops !== 'save');
  const saving = useAutosave(detail, history.text, name.trim(), mayEdit && savable);
  const [version, setVersion] = useState(detail.version);
  useHotkey('Ctrl+Z', mayEdit ? history.undo : undefined);
  useHotkey('Ctrl+Y', mayEdit ? history.redo : undefined);
  const acts = useTemplateActs(
    detail,
    saving.flush,
    (what) =>
      void saving.flush().then((kept) => {
        setVersion(kept);
        setOpened(what);
      }),
  );
  const title = `${t(`forms.${form}`)} · ${row.templateId === null ? t('wording') : t('version', { number: row.number })}`;
  const text = mayEdit ? history.text : detail.text;
  return (
    <Page
      header={
        <PageHeader
          title={title}
          state={
            <>
              <TemplateBadge row={row} />
              {mayEdit && <Signal tone={saving.state === 'notSaved' ? 'seal' : 'plain'}>{t(saving.state)}</Signal>}
            </>
          }
          sub={[row.edition, row.author ?? t('byProgram')].join(' · ')}
          actions={
            <>
              <SegmentedControl
                aria-label={t('view')}
                data={views.map((value) => ({ value, label: t(value) }))}
                value={view}
                onChange={(next) =>
                  void saving.flush().then(() => change({ view: views.find((one) => one === next) ?? 'editor' }))
                }
              />
              {mayEdit && view === 'editor' && (
                <ActionIcon.Group>
                  <HistoryIcon label={`${t('undo')} Ctrl+Z`} onClick={history.undo}>
                    <IconArrowBackUp size={17} />
                  </HistoryIcon>
                  <HistoryIcon label={`${t('redo')} Ctrl+Y`} onClick={history.redo}>
                    <IconArrowForwardUp size={17} />
                  </HistoryIcon>
                </ActionIcon.Group>
              )}
              <ActionBar can={can} actions={acts} />
            </>
          }
        />
      }
    >
      {saving.refusal !== undefined && <RefusalBox refusal={saving.refusal} />}
      {detail.opinion !== '' && row.state === 'draft' && (
        <p className={styles.opinion}>
          <b>{t('sentBack')}</b> {detail.opinion}
        </p>
      )}
      {view === 'editor' && (
        <>
          {mayEdit ? (
            <div className={styles.naming}>
              <TextInput
                label={t('name')}
                maxLength={120}
                value={name}
                onChange={(event) => setName(event.currentTarget.value)}
              />
            </div>
          ) : (
            <p className={styles.opinion}>
              {t(row.templateId === null || row.author === null ? 'readOnlyWording' : 'readOnly')}
            </p>
          )}
          <TemplateEditor text={text} base={base} onEdit={mayEdit ? history.edit : undefined} />
        </>
      )}
      {view === 'compare' && <TemplateCompare detail={detail} text={text} />}
      {view === 'preview' && <TemplatePreview detail={detail} />}
      {opened === 'copy' && (
        <CopyDrawer
          form={form}
          templateId={row.templateId}
          onClose={() => setOpened(undefined)}
          onDone={(templateId) =>
            void navigate({ to: `/contracts/templates/${templateId}` as string, search: { form } as never })
          }
        />
      )}
      {opened === 'approve' && row.templateId !== null && version !== null && (
        <ApproveDrawer
          templateId={row.templateId}
          version={version}
          title={title}
          onClose={() => setOpened(undefined)}
        />
      )}
    </Page>
  );
}

type HistoryIconProps = { label: string; onClick: (() => void) | undefined; children: React.ReactNode };

function HistoryIcon({ label, onClick, children }: HistoryIconProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="default" size={30} aria-label={label} disabled={onClick === undefined} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

/** The acts on a version. What was typed last is kept before any of them. */
function useTemplateActs(detail: TemplateDetail, flush: () => Promise<number | null>, onOpen: (what: Opened) => void) {
  const { t } = useTranslation('templates');
  const submit = useCommand(act.templates.submit, { onDone: () => notifications.show({ message: t('submitted') }) });
  const withdraw = useCommand(act.templates.withdraw);
  const sendBack = useCommand(act.templates.sendBack);
  const retire = useCommand(act.templates.retire);
  const drop = useCommand(act.templates.drop);
  const { templateId } = detail.row;
  const target = async () => {
    const version = await flush();
    if (templateId === null || version === null) throw new RangeError('Nothing is kept');
    return { templateId, version };
  };
  const takeOut = (label: string, consequence: string, run: (reason: string) => Promise<unknown>) => ({
    label,
    look: 'danger' as const,
    onRun: () =>
      confirmAct({
        title: label,
        consequence,
        confirmLabel: label,
        reason: 'required',
        danger: true,
        onConfirm: run,
      }),
  });
  return [
    {
      id: 'submit' as const,
      label: t('submit'),
      look: 'primary' as const,
      busy: submit.pending,
      onRun: () => void target().then(submit.send),
    },
    { id: 'approve' as const, label: t('approve'), look: 'primary' as const, onRun: () => onOpen('approve') },
    { id: 'withdraw' as const, label: t('withdraw'), onRun: () => void target().then(withdraw.send) },
    {
      id: 'sendBack' as const,
      label: t('sendBack'),
      onRun: () =>
        confirmAct({
          title: t('sendBack'),
          consequence: t('sendBackText'),
          confirmLabel: t('sendBack'),
          reason: 'required',
          onConfirm: async (opinion) => sendBack.sendOrThrow({ ...(await target()), opinion }),
        }),
    },
    { id: 'copy' as const, label: t('copy'), onRun: () => onOpen('copy') },
    {
      id: 'retire' as const,
      ...takeOut(t('retire'), t('retireText'), async (reason) => retire.sendOrThrow({ ...(await target()), reason })),
    },
    {
      id: 'drop' as const,
      ...takeOut(t('drop'), t('dropText'), async (reason) => drop.sendOrThrow({ ...(await target()), reason })),
    },
  ];
}
