import { ActionIcon, Button } from '@mantine/core';
import { IconArrowLeft, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { bytesOfBase64 } from '#renderer/lib/bytes.ts';
import { useToday } from '#renderer/lib/clock.tsx';
import { formatBytes, formatDateTimeShort } from '#renderer/lib/format.ts';
import { ask } from '#renderer/lib/office.ts';
import type { attachments as attachmentsApi } from '#shared/api/attachments.ts';
import { ATTACHMENT_MEGABYTES, attachmentEndings } from '#shared/domain/attachments/files.ts';
import type { AttachmentKind, AttachmentNoun } from '#shared/domain/attachments/kinds.ts';
import { AttachmentKindSelect, KindSelect } from './attachment-kind.tsx';
import styles from './attachments.module.css';
import { EmptyState, Loaded, RowsSkeleton } from './data-states.tsx';
import { FileDrop } from './file-drop.tsx';
import { PdfPage } from './pdf-page.tsx';
import { PdfViewer } from './pdf-viewer.tsx';
import { RefusalText } from './refusal-text.tsx';
import { RemovedFiles, useRemoveFile } from './removed-files.tsx';
import { usePaste } from './use-paste.ts';
import { usePdf } from './use-pdf.ts';
import { useSending } from './use-sending.ts';

type Listed = z.output<typeof attachmentsApi.ofSubject.output>;
type Attached = Listed['files'][number];

type AttachmentsProps = {
  noun: AttachmentNoun;
  subjectId: number;
  /** What a file is that is attached here; of several whoever attaches it chooses. */
  kind: AttachmentKind | readonly [AttachmentKind, ...AttachmentKind[]];
  /** The kind that somebody came here to attach: it is chosen, and the place takes the focus. */
  wanted?: { readonly kind: AttachmentKind } | undefined;
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

function Files({ noun, subjectId, kind: some, wanted, files, removed, can }: AttachmentsProps & Listed) {
  const { t } = useTranslation('attachments');
  const kinds = typeof some === 'string' ? ([some] as const) : some;
  const [kind, setKind] = useState<AttachmentKind>(kinds[0]);
  const [opened, setOpened] = useState<number>();
  const mayAdd = can['add'] === true;
  const remove = useRemoveFile();
  const { send, sending, refused } = useSending({ noun, subjectId, kind });
  const pasting = mayAdd && sending === undefined;
  const drop = useRef<HTMLDivElement>(null);
  usePaste(pasting, drop, (pasted) => void send(pasted));
  useEffect(() => {
    if (wanted === undefined) return;
    setOpened(undefined);
    setKind(wanted.kind);
    // After the dialog that one came from has given the focus back.
    const later = setTimeout(() => {
      drop.current?.scrollIntoView({ block: 'center' });
      drop.current?.querySelector<HTMLElement>('button')?.focus();
    });
    return () => clearTimeout(later);
  }, [wanted]);
  const at = files.findIndex(({ id }) => id === opened);
  const shown = files[at];
  if (shown !== undefined)
    return (
      <OpenFile
        key={shown.id}
        file={shown}
        kindOf={can['changeKind'] === true ? noun : undefined}
        place={{ at, of: files.length }}
        onBack={() => setOpened(undefined)}
        onStep={(step) => setOpened(files[at + step]?.id ?? shown.id)}
      />
    );
  return (
    <div className={styles.files}>
      {files.length === 0 && <EmptyState inSection title={t('empty')} text={t(mayAdd ? 'emptyText' : 'emptyRead')} />}
      {files.map((file) => (
        <FileLine
          key={file.id}
          file={file}
          onRemove={can['remove'] === true ? () => remove(file) : undefined}
          onOpen={() => setOpened(file.id)}
        />
      ))}
      {new Set(files.map((file) => file.kind)).size > 1 && <p className={styles.order}>{t('order')}</p>}
      {mayAdd && kinds.length > 1 && <KindSelect kinds={kinds} value={kind} onChoose={setKind} />}
      {mayAdd && (
        <div ref={drop} data-takes-paste>
          <FileDrop
            endings={attachmentEndings}
            maxMegabytes={ATTACHMENT_MEGABYTES}
            multiple
            disabled={sending !== undefined}
            onFiles={(chosen) => void send(chosen)}
          />
          <p className={styles.hint}>{t('pasteHint')}</p>
        </div>
      )}
      {sending !== undefined && <p role="status">{t('adding', sending)}</p>}
      {refused.length > 0 && (
        <ul role="alert" className={styles.refused}>
          {refused.map(({ name, refusal }, index) => (
            <li key={`${name} ${index}`}>
              <b>{name}</b>
              <RefusalText refusal={refusal} />
            </li>
          ))}
        </ul>
      )}
      <RemovedFiles removed={removed} />
    </div>
  );
}

type FileLineProps = {
  file: Attached;
  /** Undefined for whoever may not. */
  onRemove: (() => void) | undefined;
  onOpen: () => void;
};

function FileLine({ file, onRemove, onOpen }: FileLineProps) {
  const { t } = useTranslation('attachments');
  const today = useToday();
  const { fileName: name } = file;
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
      {onRemove && (
        <Button
          variant="subtle"
          color="seal"
          size="compact-sm"
          aria-label={t('removeLabel', { name })}
          onClick={onRemove}
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

/** Escape pressed here is not meant for the drawer around. */
const keptEscape = { 'data-mantine-stop-propagation': 'true' };

type OpenFileProps = {
  file: Attached;
  /** Which of how many it is, from 0. */
  place: { at: number; of: number };
  /** The noun of the record for whoever may say that the file is something else. */
  kindOf: AttachmentNoun | undefined;
  onBack: () => void;
  onStep: (step: -1 | 1) => void;
};

function OpenFile({ file, place, kindOf, onBack, onStep }: OpenFileProps) {
  const { t } = useTranslation('attachments');
  const { bytes, content, failed } = useBytes(file);
  // Escape goes back to the list, not out of the drawer that it may lie in.
  const onKey = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key === 'ArrowLeft') onStep(-1);
    else if (event.key === 'ArrowRight') onStep(1);
    else if (event.key === 'Escape') {
      onBack();
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the buttons within
    <div className={styles.opened} onKeyDown={onKey}>
      <div className={styles.head}>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconArrowLeft size={14} />}
          data-autofocus
          autoFocus
          {...keptEscape}
          onClick={onBack}
        >
          {t('back')}
        </Button>
        <b>{file.fileName}</b>
        {place.of > 1 && (
          <span className={styles.steps}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('previous')}
              {...keptEscape}
              disabled={place.at === 0}
              onClick={() => onStep(-1)}
            >
              <IconChevronLeft size={16} />
            </ActionIcon>
            {t('place', { number: place.at + 1, of: place.of })}
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('next')}
              {...keptEscape}
              disabled={place.at === place.of - 1}
              onClick={() => onStep(1)}
            >
              <IconChevronRight size={16} />
            </ActionIcon>
          </span>
        )}
      </div>
      {kindOf !== undefined && <AttachmentKindSelect noun={kindOf} file={file} />}
      <div className={styles.pages}>
        {failed ? (
          <EmptyState title={file.fileName} text={t('failed')} />
        ) : file.form === 'pdf' ? (
          <PdfViewer key={file.id} bytes={bytes} label={file.fileName} thumbnails={false} />
        ) : content === undefined ? (
          <RowsSkeleton />
        ) : (
          <img src={sourceOf(file, content)} alt={file.fileName} />
        )}
      </div>
    </div>
  );
}
