import { Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { type AttachmentKind, type AttachmentNoun, attachmentKindsOf } from '#shared/domain/attachments/kinds.ts';
import { RefusalBox } from './refusal-text.tsx';

type KindSelectProps = {
  kinds: readonly AttachmentKind[];
  value: AttachmentKind;
  disabled?: boolean;
  onChoose: (kind: AttachmentKind) => void;
};

/** What a file is, one of the kinds that its record has. */
export function KindSelect({ kinds, value, disabled, onChoose }: KindSelectProps) {
  const { t } = useTranslation('attachments');
  return (
    <Select
      label={t('kind')}
      size="xs"
      data={kinds.map((one) => ({ value: one, label: t(`kinds.${one}`) }))}
      value={value}
      allowDeselect={false}
      disabled={disabled ?? false}
      // The arrow keys choose here and do not turn to another file.
      onKeyDown={(event) => event.stopPropagation()}
      onChange={(chosen) => {
        const kind = kinds.find((one) => one === chosen);
        if (kind !== undefined) onChoose(kind);
      }}
    />
  );
}

type AttachmentKindSelectProps = {
  noun: AttachmentNoun;
  file: { readonly id: number; readonly kind: AttachmentKind; readonly version: number };
};

/** What an attached file is, changed by choosing something else; nothing where its record has files of one kind only. */
export function AttachmentKindSelect({ noun, file: { id, kind, version } }: AttachmentKindSelectProps) {
  const { t } = useTranslation('attachments');
  const change = useCommand(act.attachments.changeKind, {
    onDone: (_answer, { kind: chosen }) =>
      notifications.show({ message: t('kindChanged', { kind: t(`kinds.${chosen}`) }) }),
  });
  const kinds: readonly AttachmentKind[] = attachmentKindsOf[noun];
  if (kinds.length === 1) return null;
  return (
    <>
      <KindSelect
        kinds={kinds}
        value={kind}
        disabled={change.pending}
        onChoose={(wanted) => {
          if (wanted !== kind) void change.send({ attachmentId: id, version, kind: wanted });
        }}
      />
      {change.refusal && <RefusalBox refusal={change.refusal} />}
    </>
  );
}
