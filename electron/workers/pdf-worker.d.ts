/** The inner half of pdf.js, which it looks for where it cannot start a thread of its own. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown;
}
