import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { base64OfFile } from '#renderer/lib/bytes.ts';
import { refusalOf } from '#renderer/lib/error-sentence.ts';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { AttachmentKind, AttachmentNoun } from '#shared/domain/attachments/kinds.ts';
import type { Refusal } from '#shared/kernel/errors.ts';

type Place = { noun: AttachmentNoun; subjectId: number; kind: AttachmentKind };

/** Attaches files one after the other; one that is refused is named with its reason, and the rest go on. */
export function useSending(place: Place) {
  const { t } = useTranslation('attachments');
  const [sending, setSending] = useState<{ name: string; number: number; of: number }>();
  const [refused, setRefused] = useState<readonly { name: string; refusal: Refusal }[]>([]);
  const add = useCommand(act.attachments.add);
  const send = async (chosen: readonly File[]): Promise<void> => {
    setRefused([]);
    let attached = 0;
    for (const [index, file] of chosen.entries()) {
      const { name } = file;
      setSending({ name, number: index + 1, of: chosen.length });
      try {
        await add.sendOrThrow({ ...place, file: { name, content: await base64OfFile(file) } });
        attached += 1;
      } catch (error) {
        setRefused((before) => [...before, { name, refusal: refusalOf(error) }]);
      }
    }
    setSending(undefined);
    if (attached > 0) notifications.show({ message: t('added', { count: attached }) });
  };
  return { send, sending, refused };
}
