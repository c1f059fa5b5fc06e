import {
  type ClipboardEvent,
  type KeyboardEvent,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from 'react';
import { useRunLabel } from '#renderer/components/use-run-label.ts';
import { tidyRuns } from '#shared/domain/contracts/templates/edit-text.ts';
import type { Run } from '#shared/domain/contracts/text/clauses.ts';
import type { ContractText } from '#shared/domain/contracts/text/contract-text.ts';
import styles from './templates.module.css';

/** What a menu beside the field can do with it. */
export type RunsHandle = { readonly insert: (run: Exclude<Run, string>) => void };

type RunsFieldProps = {
  text: ContractText;
  runs: readonly Run[];
  label: string;
  bold?: boolean;
  /** Undefined where nothing may be typed. */
  onChange: ((runs: readonly Run[]) => void) | undefined;
  handle?: Ref<RunsHandle>;
};

/** Signs that hide or control; a text says what it shows. */
const unsayable = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * A paragraph as one types it: words, and chips for what the data fill. The browser edits the words, the chips are whole:
 * they are inserted, moved over and deleted as one sign.
 */
export function RunsField({ text, runs, label, bold, onChange, handle }: RunsFieldProps) {
  const box = useRef<HTMLDivElement>(null);
  const labelOf = useRunLabel(text);
  const shown = useRef('');
  const place = useRef<Range | null>(null);
  const chip = (run: Exclude<Run, string>): HTMLElement => {
    const one = document.createElement('span');
    one.contentEditable = 'false';
    one.className = styles.chip ?? '';
    one.dataset['run'] = JSON.stringify(run);
    one.dataset['kind'] =
      'article' in run || 'annex' in run ? 'reference' : 'field' in run || 'capitals' in run ? 'field' : 'other';
    one.textContent = labelOf(run);
    return one;
  };
  const wanted = JSON.stringify(runs.map((run) => (typeof run === 'string' ? run : [run, labelOf(run)])));
  useLayoutEffect(() => {
    if (box.current === null || shown.current === wanted) return;
    shown.current = wanted;
    box.current.replaceChildren(
      ...runs.map((run) => (typeof run === 'string' ? document.createTextNode(run) : chip(run))),
    );
  });
  useEffect(() => {
    const remember = () => {
      const selection = document.getSelection();
      if (selection !== null && selection.rangeCount > 0 && box.current?.contains(selection.anchorNode) === true)
        place.current = selection.getRangeAt(0).cloneRange();
    };
    document.addEventListener('selectionchange', remember);
    return () => document.removeEventListener('selectionchange', remember);
  }, []);

  const tell = () => {
    if (box.current === null || onChange === undefined) return;
    const typed = tidyRuns(runsIn(box.current));
    shown.current = JSON.stringify(typed.map((run) => (typeof run === 'string' ? run : [run, labelOf(run)])));
    onChange(typed);
  };
  const insertNode = (node: Node) => {
    if (box.current === null) return;
    const range = place.current ?? document.createRange();
    if (place.current === null) {
      range.selectNodeContents(box.current);
      range.collapse(false);
    }
    range.deleteContents();
    range.insertNode(node);
    range.setStartAfter(node);
    range.collapse(true);
    box.current.focus();
    const selection = document.getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
    tell();
  };
  useImperativeHandle(handle, () => ({ insert: (run) => insertNode(chip(run)) }));

  const onPaste = (event: ClipboardEvent) => {
    event.preventDefault();
    const words = event.clipboardData
      .getData('text/plain')
      .replace(/\s*\n\s*/gu, '')
      .replace(unsayable, '');
    if (words !== '') insertNode(document.createTextNode(words));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // A paragraph is one line however long: the next one is a paragraph of its own.
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault();
  };
  return (
    <div
      ref={box}
      role="textbox"
      aria-multiline="true"
      aria-label={label}
      aria-readonly={onChange === undefined}
      tabIndex={0}
      className={styles.runs}
      data-bold={bold || undefined}
      contentEditable={onChange === undefined ? undefined : true}
      suppressContentEditableWarning
      spellCheck={false}
      onInput={tell}
      onPaste={onPaste}
      onDrop={(event) => event.preventDefault()}
      onKeyDown={onKeyDown}
    />
  );
}

function runsIn(box: HTMLElement): Run[] {
  return [...box.childNodes].map((node): Run => {
    const kept = node instanceof HTMLElement ? node.dataset['run'] : undefined;
    if (kept !== undefined) return JSON.parse(kept) as Run;
    return (node.textContent ?? '').replace(unsayable, '');
  });
}
