import { Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { type AttachmentKind, type AttachmentNoun, attachmentKindsOf } from '#shared/domain/attachments/kinds.ts';
import { RefusalBox } from './refusal-text.tsx';

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
      <Select
        label={t('kind')}
        size="xs"
        data={kinds.map((one) => ({ value: one, label: t(`kinds.${one}`) }))}
        value={kind}
        allowDeselect={false}
        disabled={change.pending}
        onKeyDown={(event) => event.stopPropagation()}
        onChange={(chosen) => {
          const wanted = kinds.find((one) => one === chosen);
          if (wanted !== undefined && wanted !== kind) void change.send({ attachmentId: id, version, kind: wanted });
        }}
      />
      {change.refusal && <RefusalBox refusal={change.refusal} />}
    </>
  );
}
