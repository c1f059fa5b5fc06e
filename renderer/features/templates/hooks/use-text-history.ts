import { useCallback, useState } from 'react';
import { useClock } from '#renderer/lib/clock.tsx';
import type { ContractText } from '#shared/domain/contracts/text/contract-text.ts';

/** How many edits can be taken back. */
const MOST = 100;
/** Edits of the same paragraph within so many ms are taken back as one. */
const TOGETHER_MS = 1500;

type History = {
  readonly past: readonly ContractText[];
  readonly now: ContractText;
  readonly future: readonly ContractText[];
  /** What the last edit was of, and when. */
  readonly last: { readonly of: string; readonly at: number };
};

/** The text under edit, with what was done to it. */
export type TextHistory = {
  readonly text: ContractText;
  /** Takes an edit; typing on in one paragraph counts as one. */
  readonly edit: (text: ContractText, of?: string) => void;
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
};

/** Keeps the text under edit and the edits that can be taken back. */
export function useTextHistory(first: ContractText): TextHistory {
  const clock = useClock();
  const [history, setHistory] = useState<History>({ past: [], now: first, future: [], last: { of: '', at: 0 } });
  const edit = useCallback(
    (text: ContractText, of = '') => {
      const at = clock.now();
      setHistory(({ past, now, last }) => {
        const goesOn = of !== '' && of === last.of && at - last.at < TOGETHER_MS;
        return { past: goesOn ? past : [...past, now].slice(-MOST), now: text, future: [], last: { of, at } };
      });
    },
    [clock],
  );
  const undo = () =>
    setHistory((all) => {
      const back = all.past.at(-1);
      return back === undefined
        ? all
        : { past: all.past.slice(0, -1), now: back, future: [all.now, ...all.future], last: { of: '', at: 0 } };
    });
  const redo = () =>
    setHistory((all) => {
      const [next, ...future] = all.future;
      return next === undefined ? all : { past: [...all.past, all.now], now: next, future, last: { of: '', at: 0 } };
    });
  return {
    text: history.now,
    edit,
    undo: history.past.length > 0 ? undo : undefined,
    redo: history.future.length > 0 ? redo : undefined,
  };
}
