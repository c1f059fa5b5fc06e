import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type PointerEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import styles from './custody.module.css';

/** Pixels of the picture for each on the screen, so that a signature is sharp on paper. */
const SCALE = 2;
const LINE = 2.4;

/** Takes a signature by hand, pen or mouse, and keeps it as a picture with the handover. */
export function SignaturePad({ handoverId, onDone }: { handoverId: number; onDone: () => void }) {
  const { t } = useTranslation('custody');
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawing = useRef(false);
  const [written, setWritten] = useState(false);
  const add = useCommand(act.attachments.add, {
    onDone: () => {
      notifications.show({ message: t('signSaved') });
      onDone();
    },
  });
  const pen = (): CanvasRenderingContext2D | null => canvas.current?.getContext('2d') ?? null;
  const begin = (event: PointerEvent<HTMLCanvasElement>): void => {
    const { current } = canvas;
    if (current === null) return;
    if (!written) fit(current);
    drawing.current = true;
    current.setPointerCapture(event.pointerId);
    const context = pen();
    context?.beginPath();
    context?.moveTo(...at(event));
  };
  const draw = (event: PointerEvent<HTMLCanvasElement>): void => {
    const context = pen();
    if (!drawing.current || context === null) return;
    context.lineTo(...at(event));
    context.stroke();
    if (!written) setWritten(true);
  };
  const clear = (): void => {
    if (canvas.current !== null) fit(canvas.current);
    setWritten(false);
  };
  const save = (): void => {
    const content = canvas.current?.toDataURL('image/png').split(',')[1];
    if (content === undefined) return;
    const file = { name: 'signature.png', content };
    void add.send({ noun: 'handovers', subjectId: handoverId, kind: 'signature', file });
  };
  return (
    <div className={styles.fields}>
      <p className={styles.hint}>{t('signHint')}</p>
      <canvas
        ref={canvas}
        className={styles.pad}
        aria-label={t('signArea')}
        role="img"
        onPointerDown={begin}
        onPointerMove={draw}
        onPointerUp={() => {
          drawing.current = false;
        }}
      />
      <div className={styles.acts}>
        <Button size="xs" disabled={!written} loading={add.pending} onClick={save}>
          {t('signSave')}
        </Button>
        <Button size="xs" variant="default" disabled={!written} onClick={clear}>
          {t('signClear')}
        </Button>
      </div>
      {add.refusal && <RefusalText refusal={add.refusal} />}
    </div>
  );
}

/** An empty white sheet as large as it is shown, with the pen ready. */
function fit(canvas: HTMLCanvasElement): void {
  const { width, height } = canvas.getBoundingClientRect();
  canvas.width = Math.max(1, Math.round(width * SCALE));
  canvas.height = Math.max(1, Math.round(height * SCALE));
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(SCALE, SCALE);
  context.lineWidth = LINE;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.strokeStyle = '#101820';
}

function at({ nativeEvent }: PointerEvent<HTMLCanvasElement>): [number, number] {
  return [nativeEvent.offsetX, nativeEvent.offsetY];
}
