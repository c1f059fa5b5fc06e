import { Button, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { base64OfFile, bytesOfBase64 } from '#renderer/lib/bytes.ts';
import { useToday } from '#renderer/lib/clock.tsx';
import { formatBytes, formatDateTimeShort } from '#renderer/lib/format.ts';
import { act, ask } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { attachments as attachmentsApi } from '#shared/api/attachments.ts';
import { ATTACHMENT_MEGABYTES, attachmentEndings } from '#shared/domain/attachments/files.ts';
import type { AttachmentKind, AttachmentNoun } from '#shared/domain/attachments/kinds.ts';
import styles from './attachments.module.css';
import { confirmAct } from './confirm.tsx';
import { EmptyState, Loaded, RowsSkeleton } from './data-states.tsx';
import { FileDrop } from './file-drop.tsx';
import { PdfPage } from './pdf-page.tsx';
import { PdfViewer } from './pdf-viewer.tsx';
import { RefusalText } from './refusal-text.tsx';
import { usePdf } from './use-pdf.ts';

type Listed = z.output<typeof attachmentsApi.ofSubject.output>;
type Attached = Listed['files'][number];

type AttachmentsProps = {
  noun: AttachmentNoun;
  subjectId: number;
  /** What a file is that is attached here; of several whoever attaches it chooses. */
  kind: AttachmentKind | readonly [AttachmentKind, ...AttachmentKind[]];
};

/** The files of a record: looked at, attached and removed by whoever may. */
export function Attachments(props: AttachmentsProps) {
  const { noun, subjectId } = props;
  const listed = useQuery(ask.attachments.ofSubject({ noun, subjectId }));
  return (
    <Loaded query={listed} skeletonRows={3}>
      {(found) => <Files {...props} {...found} />}
    </Loaded>
  );
}

function Files({ noun, subjectId, kind: some, files, can }: AttachmentsProps & Listed) {
  const { t } = useTranslation('attachments');
  const kinds = typeof some === 'string' ? ([some] as const) : some;
  const [kind, setKind] = useState<AttachmentKind>(kinds[0]);
  const [opened, setOpened] = useState<number>();
  const [sending, setSending] = useState('');
  const add = useCommand(act.attachments.add, {
    onDone: (_answer, { file }) => notifications.show({ message: t('added', { name: file.name }) }),
  });
  const mayAdd = can['add'] === true;
  // One after the other; what is refused stops the rest, so that its reason is read.
  const send = async (chosen: readonly File[]): Promise<void> => {
    for (const file of chosen) {
      setSending(file.name);
      const content = await base64OfFile(file);
      if ((await add.send({ noun, subjectId, kind, file: { name: file.name, content } })) === undefined) break;
    }
    setSending('');
  };
  const shown = files.find(({ id }) => id === opened);
  if (shown !== undefined) return <OpenFile file={shown} onBack={() => setOpened(undefined)} />;
  return (
    <div className={styles.files}>
      {files.length === 0 && <EmptyState title={t('empty')} text={t(mayAdd ? 'emptyText' : 'emptyRead')} />}
      {files.map((file) => (
        <FileLine key={file.id} file={file} mayRemove={can['remove'] === true} onOpen={() => setOpened(file.id)} />
      ))}
      {mayAdd && kinds.length > 1 && (
        <Select
          label={t('kind')}
          size="xs"
          data={kinds.map((one) => ({ value: one, label: t(`kinds.${one}`) }))}
          value={kind}
          allowDeselect={false}
          onChange={(chosen) => setKind(kinds.find((one) => one === chosen) ?? kinds[0])}
        />
      )}
      {mayAdd && (
        <FileDrop
          endings={attachmentEndings}
          maxMegabytes={ATTACHMENT_MEGABYTES}
          multiple
          disabled={sending !== ''}
          onFiles={(chosen) => void send(chosen)}
        />
      )}
      {sending !== '' && <p role="status">{t('adding', { name: sending })}</p>}
      {add.refusal && (
        <div role="alert">
          <RefusalText refusal={add.refusal} />
        </div>
      )}
    </div>
  );
}

function FileLine({ file, mayRemove, onOpen }: { file: Attached; mayRemove: boolean; onOpen: () => void }) {
  const { t } = useTranslation('attachments');
  const today = useToday();
  const { fileName: name } = file;
  const remove = useCommand(act.attachments.remove, {
    onDone: () => notifications.show({ message: t('removed', { name }) }),
  });
  const askRemove = () =>
    confirmAct({
      title: t('removeTitle', { name }),
      consequence: t('removeConsequence'),
      confirmLabel: t('remove'),
      danger: true,
      onConfirm: () => remove.sendOrThrow({ attachmentId: file.id, version: file.version }),
    });
  return (
    <div className={styles.file}>
      <button type="button" className={styles.thumb} aria-label={t('open', { name })} onClick={onOpen}>
        <Thumbnail file={file} />
      </button>
      <div className={styles.what}>
        <button type="button" className={styles.name} onClick={onOpen}>
          {name}
        </button>
        <span>
          {[t(`kinds.${file.kind}`), t('pages', { count: file.pages }), formatBytes(file.sizeBytes)].join(' · ')}
        </span>
        <small>{t('by', { name: file.addedBy.name, at: formatDateTimeShort(file.addedAt, today) })}</small>
      </div>
      {mayRemove && (
        <Button
          variant="subtle"
          color="red"
          size="compact-sm"
          aria-label={t('removeLabel', { name })}
          onClick={askRemove}
        >
          {t('remove')}
        </Button>
      )}
    </div>
  );
}

/** The bytes of a file; undefined while they come. */
function useBytes({ id }: Attached) {
  const file = useQuery({ ...ask.attachments.open({ attachmentId: id }), staleTime: Number.POSITIVE_INFINITY });
  const content = file.data?.content;
  const bytes = useMemo(() => (content === undefined ? undefined : bytesOfBase64(content)), [content]);
  return { bytes, content, failed: file.isError };
}

/** A picture as the page may show it: the office sends no addresses. */
function sourceOf({ form }: Attached, content: string): string {
  return `data:image/${form};base64,${content}`;
}

function Thumbnail({ file }: { file: Attached }) {
  const { bytes, content } = useBytes(file);
  const pdf = usePdf(file.form === 'pdf' ? bytes : undefined);
  if (file.form !== 'pdf' && content !== undefined) return <img src={sourceOf(file, content)} alt="" />;
  if (pdf.state === 'open')
    return (
      <PdfPage document={pdf.document} page={1} width={72} oversample={3} ratio={pdf.ratio} label={file.fileName} />
    );
  return <span aria-hidden="true">{file.form.toUpperCase()}</span>;
}

function OpenFile({ file, onBack }: { file: Attached; onBack: () => void }) {
  const { t } = useTranslation('attachments');
  const { bytes, content, failed } = useBytes(file);
  return (
    <div className={styles.opened}>
      <div className={styles.head}>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconArrowLeft size={14} />}
          data-autofocus
          onClick={onBack}
        >
          {t('back')}
        </Button>
        <b>{file.fileName}</b>
      </div>
      <div className={styles.pages}>
        {failed ? (
          <EmptyState title={file.fileName} text={t('failed')} />
        ) : file.form === 'pdf' ? (
          <PdfViewer bytes={bytes} label={file.fileName} thumbnails={false} />
        ) : content === undefined ? (
          <RowsSkeleton />
        ) : (
          <img src={sourceOf(file, content)} alt={file.fileName} />
        )}
      </div>
    </div>
  );
}
