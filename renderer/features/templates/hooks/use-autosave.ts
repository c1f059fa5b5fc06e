import { useCallback, useEffect, useRef, useState } from 'react';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { ContractText } from '#shared/domain/contracts/text/contract-text.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import type { TemplateDetail } from '../template-types.ts';

/** So long nobody types before what was typed is kept. */
const QUIET_MS = 1200;

/** How what was edited stands: kept, on its way, waiting, or refused. */
export type SaveState = 'saved' | 'saving' | 'unsaved' | 'notSaved';

/**
 * Keeps what is edited once nobody types, against the version that was kept last. What may not be saved waits until it is
 * put right; `flush` keeps it at once and answers with the version.
 */
export function useAutosave(detail: TemplateDetail, text: ContractText, name: string, allowed: boolean) {
  const save = useCommand(act.templates.save);
  const { send } = save;
  const { templateId } = detail.row;
  const body = JSON.stringify({ text, name });
  const kept = useRef(JSON.stringify({ text: detail.text, name: detail.row.name }));
  const version = useRef(detail.version);
  const [refused, setRefused] = useState<string>();
  const running = useRef<Promise<boolean> | undefined>(undefined);
  const latest = useRef({ body, text, name, allowed });
  latest.current = { body, text, name, allowed };

  const flush = useCallback(async (): Promise<number | null> => {
    await running.current;
    const now = latest.current;
    if (templateId === null || version.current === null || now.body === kept.current || !now.allowed)
      return version.current;
    const sending = send({ templateId, version: version.current, name: now.name, body: JSON.stringify(now.text) }).then(
      (answer) => {
        if (answer === undefined) {
          setRefused(now.body);
          return false;
        }
        version.current = answer.version;
        kept.current = now.body;
        setRefused(undefined);
        return true;
      },
    );
    running.current = sending;
    return (await sending) ? version.current : null;
  }, [send, templateId]);

  const waiting = body !== kept.current;
  useEffect(() => {
    if (!waiting || !allowed || refused === body) return undefined;
    const timer = setTimeout(() => void flush(), QUIET_MS);
    return () => clearTimeout(timer);
  }, [body, waiting, allowed, refused, flush]);
  // Whoever leaves the page leaves nothing behind.
  useEffect(() => () => void flush(), [flush]);

  const state: SaveState = save.pending
    ? 'saving'
    : !waiting
      ? 'saved'
      : allowed && refused !== body
        ? 'unsaved'
        : 'notSaved';
  const refusal: Refusal | undefined = refused === body ? save.refusal : undefined;
  return { state, refusal, flush };
}
