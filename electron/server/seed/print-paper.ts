import { documentsOf } from '#db/repositories/documents.ts';
import { prints } from '#db/schema/papers.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { copiesDue } from '../documents/present.ts';
import type { CommandContext } from '../kernel/handlers.ts';
import { officeAct, type Stage } from './stage.ts';

/** The originals come out of the printer of the contract room; their pages are made when the office is opened. */
export function printPaper(
  stage: Stage,
  noun: 'contracts' | 'agreements',
  subjectId: number,
  printed: (context: CommandContext) => void,
): Promise<void> {
  return officeAct(stage, 'print', (context) => {
    const [paper] = documentsOf(context.db, noun, subjectId);
    if (paper === undefined) throw new DomainError('NOT_FOUND');
    const operatorId = stage.accountId('jiangxuemei');
    const actor = { id: operatorId, name: '', post: 'backOffice', language: 'zh-CN', actingFor: [] } as const;
    printed({ ...context, actor });
    context.tx.insert(prints, {
      documentId: paper.id,
      operatorId,
      printer: '合同室激光打印机',
      firstCopy: 1,
      copies: copiesDue(context.db, paper),
      reprint: false,
      state: 'printed',
      queuedAt: context.now,
      printedAt: context.now,
    });
    context.happened({ kind: 'printed', noun: 'documents', id: paper.id, data: { number: paper.number } });
  });
}
