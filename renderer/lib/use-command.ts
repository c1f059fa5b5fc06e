import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { v7 } from 'uuid';
import type { Refusal } from '#shared/kernel/errors.ts';
import { refusalOf } from './error-sentence.ts';
import type { Act } from './office.ts';

/** How a screen gives a command. */
export type CommandUse<I, O> = {
  /** Sends it; resolves with the answer, or undefined when it was refused (the refusal is in `refusal`). */
  readonly send: (data: I) => Promise<O | undefined>;
  /** The same for a dialog that shows the refusal itself: throws it. */
  readonly sendOrThrow: (data: I) => Promise<O>;
  readonly pending: boolean;
  readonly refusal: Refusal | undefined;
  /** Paths of the fields that the office found invalid. */
  readonly paths: readonly string[];
  readonly reset: () => void;
};

/** Refusals after which the act may have happened or not: the same request id asks again and does nothing twice. */
const unsure: ReadonlySet<string> = new Set(['HOST_UNREACHABLE', 'OUTCOME_UNKNOWN', 'INTERNAL']);

/**
 * One act of the person at the screen. The request id is made once for each intent: sending the same data again after an
 * unsure answer carries the same id, so that nothing is done twice.
 */
export function useCommand<I, O>(
  act: Act<I, O>,
  options: { onDone?: (answer: O, data: I) => void } = {},
): CommandUse<I, O> {
  const intent = useRef<{ readonly id: string; readonly data: string } | undefined>(undefined);
  const mutation = useMutation({
    mutationKey: [act.path],
    mutationFn: (data: I) => {
      const written = JSON.stringify(data);
      if (intent.current?.data !== written) intent.current = { id: v7(), data: written };
      return act.send({ requestId: intent.current.id, data });
    },
    onSuccess: (answer, data) => {
      intent.current = undefined;
      options.onDone?.(answer, data);
    },
    onError: (error) => {
      if (!unsure.has(refusalOf(error).code)) intent.current = undefined;
    },
  });
  return {
    send: (data) => mutation.mutateAsync(data).catch(() => undefined),
    sendOrThrow: (data) => mutation.mutateAsync(data),
    pending: mutation.isPending,
    refusal: mutation.error === null ? undefined : refusalOf(mutation.error),
    paths: pathsOf(mutation.error),
    reset: mutation.reset,
  };
}

function pathsOf(error: unknown): readonly string[] {
  const data: unknown = Object(error).data;
  const paths: unknown = Object(data).paths;
  return Array.isArray(paths) ? paths.filter((path) => typeof path === 'string') : [];
}
